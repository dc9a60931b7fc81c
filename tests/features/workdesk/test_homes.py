"""Homes: each role lands on its own, sees what waits, and a stranger to the role is kept out (F10, F7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.workdesk.queries import coordinator_day
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.territory.picker import STEPWISE
from tests.habits.objects import own
from tests.people import TODAY, Cast, look

HOMES = {
    "ratna": "today", "ujang": "chair_home", "yosef": "queue", "sarlin": "reception", "dominggus": "board",
    "petronela": "board", "paulus": "board", "agnes": "assessments", "anton": "users",
}


@pytest.mark.parametrize(("who", "place"), HOMES.items())
def test_each_role_lands_on_its_own_home(cast: Cast, sign_in: Callable[[User], Client], who: str, place: str) -> None:
    answer = sign_in(getattr(cast, who)).get("/")
    assert answer.headers["Location"] == reverse(place)


@pytest.mark.parametrize(("who", "place"), HOMES.items())
def test_a_home_opens_within_ten_queries(
    cast: Cast, sign_in: Callable[[User], Client], at_most_queries: Callable, who: str, place: str
) -> None:
    client = sign_in(getattr(cast, who))
    client.get(reverse(place))
    with at_most_queries(10):
        assert client.get(reverse(place)).status_code == 200


def test_a_person_without_a_role_is_told_whom_to_ask(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    Appointment.objects.filter(user=cast.ratna).update(ends=TODAY - timedelta(days=1))
    answer = sign_in(cast.ratna).get("/")
    assert answer.status_code == 200
    assert "belum punya peran" in answer.content.decode()


@pytest.mark.parametrize("place", ["today", "today_suggestions", "chair_home", "queue", "reception"])
def test_a_home_is_closed_to_other_roles(cast: Cast, sign_in: Callable[[User], Client], place: str) -> None:
    assert sign_in(cast.agnes).get(reverse(place)).status_code == 403


def test_today_shows_the_visit_of_the_day_and_links_to_record_it(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    item = _planned(cast, TODAY)
    page = sign_in(cast.ratna).get(reverse("today")).content.decode()
    assert "Periksa buku kas" in page
    assert f"?rencana={item}" in page


def test_today_names_what_was_missed(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    _planned(cast, TODAY - timedelta(days=2))
    assert "Rencana yang terlewat" in sign_in(cast.ratna).get(reverse("today")).content.decode()


def test_a_mentee_never_met_is_suggested_with_its_reason(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    page = sign_in(cast.ratna).get(reverse("today_suggestions")).content.decode()
    assert "Merah Putih" in page
    assert "Belum pernah ditemui" in page


def test_the_coordinator_sees_who_is_unseen_in_the_own_territory_only(
    cast: Cast, sign_in: Callable[[User], Client]
) -> None:
    page = sign_in(cast.yosef).get(reverse("unseen")).content.decode()
    assert "Merah Putih" in page
    assert "Kuatae Maju" not in page


def test_compliance_counts_the_missing_papers_of_last_month(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(cast.yosef)
    page = client.get(reverse("compliance"), {"bulan": "2026-09"}).content.decode()
    assert "Ratna Tefa" in page
    assert "Maria Banunaek" not in page
    assert "belum diserahkan" in page


def test_an_odd_month_falls_back_to_last_month(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    assert sign_in(cast.yosef).get(reverse("compliance"), {"bulan": "2026-13"}).status_code == 200


@pytest.mark.parametrize("page", ["compliance", "unseen"])
def test_over_the_nation_a_province_is_asked_for_first(
    cast: Cast, sign_in: Callable[[User], Client], at_most_queries: Callable, page: str
) -> None:
    Appointment.objects.filter(user=cast.paulus).update(area=None)
    client = sign_in(cast.paulus)
    first = client.get(reverse(page)).content.decode()
    assert "Pilih provinsi dahulu" in first and "Ratna Tefa" not in first
    assert "Nusa Tenggara Timur</option>" in first
    with at_most_queries(10):
        told = client.get(reverse(page), {"wilayah": "53", "bulan": "2026-09"}).content.decode()
    assert "Ratna Tefa" in told and "Maria Banunaek" in told and "Pilih provinsi dahulu" not in told
    assert str(STEPWISE) in told
    narrowed = client.get(reverse(page), {"wilayah": "53.01"}).content.decode()
    assert "Ratna Tefa" in narrowed and "Maria Banunaek" not in narrowed


def test_the_tabs_of_compliance_keep_the_place(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    page = sign_in(cast.paulus).get(reverse("compliance"), {"wilayah": "53.01"}).content.decode()
    assert all(f'href="{reverse(tab)}?wilayah=53.01"' in page for tab in ("unseen", "journal_weeks"))


def test_the_unseen_of_one_mentor_are_told_without_a_place(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    Appointment.objects.filter(user=cast.paulus).update(area=None)
    page = sign_in(cast.paulus).get(reverse("unseen"), {"pendamping": str(cast.maria.pk)}).content.decode()
    assert "Kuatae Maju" in page and "Merah Putih" not in page


def test_a_place_out_of_sight_opens_nothing(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    page = sign_in(cast.yosef).get(reverse("unseen"), {"wilayah": "53.02"}).content.decode()
    assert "Merah Putih" in page and "Kuatae Maju" not in page and 'name="wilayah"' not in page


def _planned(cast: Cast, day: date) -> object:
    by = look(cast.ratna, TODAY)
    fieldwork.record_observation(
        by=by, on=TODAY,
        draft=fieldwork.ObservationDraft(uuid4(), cast.engagement.pk, TODAY - timedelta(days=9), {"people": "Tekun"}),
    )
    item = uuid4()
    fieldwork.plan_activity(
        by=look(cast.ratna, day - timedelta(days=1)), on=day - timedelta(days=1),
        draft=fieldwork.PlanDraft(
            id=item, engagement_id=cast.engagement.pk, planned_on=day, concern="Kas tidak cocok",
            activity="Periksa buku kas", purpose="Saldo cocok", target="Bendahara", method="coaching", place="Kantor",
            starts_at=time(9),
        ),
    )
    return item


def test_a_mentor_profile_counts_roles_from_visits(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    own(cast)
    page = sign_in(cast.yosef).get(reverse("mentor", args=[cast.ratna.pk])).content.decode()
    assert "Ratna Tefa" in page
    assert "Kunjungan di tempat" in page


def test_a_mentor_profile_is_closed_to_another_district(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    assert sign_in(cast.maria).get(reverse("mentor", args=[cast.ratna.pk])).status_code == 404


def test_a_limit_without_an_official_source_says_so(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    assert "Angka contoh" in sign_in(cast.yosef).get(reverse("unseen")).content.decode()


def test_each_figure_of_compliance_opens_the_papers_it_counts(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    own(cast)
    client = sign_in(cast.yosef)
    link = f"?pendamping={cast.ratna.pk}&amp;bulan=2026-10"
    assert link in client.get(reverse("compliance")).content.decode()
    papers = client.get(f"/laporan/{link.replace('&amp;', '&')}").content.decode()
    assert "Merah Putih" in papers


def test_the_queue_tells_what_awaits_the_coordinator_from_what_awaits_a_chair(
    cast: Cast, sign_in: Callable[[User], Client]
) -> None:
    paper = own(cast)["paper"]
    day = coordinator_day(look(cast.yosef))
    assert [one.id for one in day.with_chairs] == [paper]
    assert day.waiting == ()
    assert "masih menunggu ketua" in sign_in(cast.yosef).get(reverse("queue")).content.decode()
