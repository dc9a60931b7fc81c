"""Who sees which engagement, on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from sidamping.features.programmes import queries
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from tests import people, places
from tests.people import Cast, look

FIELD = ["ratna", "ujang", "yosef", "dominggus", "petronela", "sarlin", "paulus"]


def seen(cast: Cast, who: str, on: date = people.TODAY) -> set[str]:
    rows = queries.engagement_ids(look(getattr(cast, who), on)).values_list("mentee__name", flat=True)
    return set(rows)


@pytest.mark.parametrize(
    ("who", "own", "foreign"),
    [
        ("ratna", True, False),
        ("ujang", True, False),
        ("yosef", True, False),
        ("dominggus", True, False),
        ("petronela", True, True),
        ("sarlin", True, True),
        ("paulus", True, True),
        ("maria", False, True),
        ("agnes", False, False),
        ("anton", False, False),
    ],
)
def test_each_role_sees_its_own_territory_only(cast: Cast, who: str, own: bool, foreign: bool) -> None:
    expected = {name for name, sees in (("Merah Putih", own), ("Kuatae Maju", foreign)) if sees}
    assert seen(cast, who) == expected
    viewer = look(getattr(cast, who))
    assert (queries.engagement_card(viewer, cast.engagement.id) is not None) is own
    assert (queries.engagement_card(viewer, cast.foreign_engagement.id) is not None) is foreign


def test_an_assessor_knows_who_is_mentored_in_the_own_area_and_reads_no_records(cast: Cast) -> None:
    Appointment.objects.filter(user=cast.agnes).update(area=places.KUPANG)
    agnes = look(cast.agnes)
    assert [one.mentee_name for one in queries.engagement_page(agnes).rows] == ["Merah Putih"]
    assert queries.known_card(agnes, cast.engagement.id) is not None
    assert queries.known_card(agnes, cast.foreign_engagement.id) is None
    assert queries.engagement_card(agnes, cast.engagement.id) is None
    assert not queries.reads_records(agnes, cast.engagement.id)
    assert queries.reads_records(look(cast.yosef), cast.engagement.id)


@pytest.mark.parametrize("who", FIELD)
def test_an_appointment_in_another_programme_opens_nothing(cast: Cast, who: str) -> None:
    Appointment.objects.filter(user=getattr(cast, who)).update(programme="usaha-anggota-ksp")
    assert seen(cast, who) == set()


@pytest.mark.parametrize("who", FIELD)
def test_an_appointment_counts_from_its_first_to_its_last_day(cast: Cast, who: str) -> None:
    first, last = date(2026, 2, 2), date(2026, 10, 30)
    Appointment.objects.filter(user=getattr(cast, who)).update(starts=first, ends=last)
    day = timedelta(days=1)
    inside = [bool(seen(cast, who, on)) for on in (first - day, first, last, last + day)]
    assert inside == [False, True, True, False]


def test_an_assignment_stays_readable_until_the_month_after_it_ended(cast: Cast) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 9, 30))
    assert seen(cast, "ratna", date(2026, 10, 31)) == {"Merah Putih"}
    assert seen(cast, "ratna", date(2026, 11, 1)) == set()


def test_an_assignment_is_invisible_before_its_first_day(cast: Cast) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(starts=people.TODAY)
    assert seen(cast, "ratna", people.TODAY - timedelta(days=1)) == set()
    assert seen(cast, "ratna", people.TODAY) == {"Merah Putih"}


def test_a_role_bound_to_a_subject_never_opens_a_territory(cast: Cast) -> None:
    people.appoint(cast.agnes, roles.COORDINATOR, subject=cast.foreign_cooperative.pk)
    assert seen(cast, "agnes") == set()


def test_the_card_names_place_and_mentor_of_the_day(cast: Cast) -> None:
    card = queries.engagement_card(look(cast.yosef), cast.engagement.id)
    assert card is not None
    place = (card.village, card.district, card.regency, card.regency_code)
    assert place == ("Bolok", "Kupang Barat", "Kabupaten Kupang", places.KUPANG)
    assert (card.mentee_name, card.mentee_kind) == ("Merah Putih", "cooperative")
    assert (card.mentor_id, card.mentor_name) == (cast.ratna.id, "Ratna Tefa")
    assert card.total > 0 and card.done == 0 and card.next_stop is not None


def test_the_coordinator_appointed_nearest_signs(cast: Cast) -> None:
    people.appoint(cast.agnes, roles.COORDINATOR, area=places.NTT)
    official = queries.coordinator_for(people.PROGRAMME, places.KUPANG, people.TODAY)
    assert official is not None and official.nip == "197505122003121004"
    other = queries.coordinator_for(people.PROGRAMME, places.TTS, people.TODAY)
    assert other is not None and other.name == "Agnes Bria"


def test_nobody_signs_where_nobody_is_appointed(cast: Cast) -> None:
    assert queries.coordinator_for(people.PROGRAMME, places.TTS, people.TODAY) is None


def test_carried_by_counts_both_ends(cast: Cast) -> None:
    first, last, day = date(2026, 3, 1), date(2026, 3, 31), timedelta(days=1)
    Assignment.objects.filter(engagement=cast.engagement).update(starts=first, ends=last)
    days = (first - day, first, last, last + day)
    carried = [queries.carried_by(cast.engagement.id, cast.ratna.id, on) for on in days]
    assert carried == [False, True, True, False]
    assert queries.mentor_on(cast.engagement.id, last + day) is None


def test_mentor_engagements_of_a_month_include_those_that_ended_in_it(cast: Cast) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 10, 10))
    month = queries.mentor_engagements(cast.ratna.id, date(2026, 10, 1), date(2026, 10, 31))
    assert [card.mentee_name for card in month] == ["Merah Putih"]
    assert queries.mentor_engagements(cast.ratna.id, date(2026, 10, 11)) == ()


def test_the_page_of_a_mentoring_keeps_field_records_from_an_assessor(
    cast: Cast, sign_in: Callable[[User], Client]
) -> None:
    page = f"/dampingan/{cast.engagement.id}/"
    for who, reads in (("agnes", False), ("yosef", True)):
        answer = sign_in(getattr(cast, who)).get(page)
        assert answer.status_code == 200
        assert ('id="lapangan"' in answer.content.decode()) is reads
