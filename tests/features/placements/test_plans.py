"""C13: an optimised proposal of who mentors whom, explained, editable, applied all or none."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.mentors import services as mentors
from sidamping.features.placements import queries, services
from sidamping.features.placements.models import Applied, Plan
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access import roles
from tests import people, places
from tests.people import Cast, look

MODERN = "koperasi-modern-2023"
DAY = date(2026, 11, 1)
PLAN = UUID("0190e7a0-0000-7000-8000-0000000000d1")


@pytest.fixture
def plan(cast: Cast, now: datetime) -> UUID:
    """Three cooperatives wait; Ratna knows governance and lives in Bolok, Agnes lives in Batakte."""
    for who, role in (
        (cast.ratna, roles.MENTOR), (cast.agnes, roles.MENTOR), (cast.yosef, roles.COORDINATOR),
        (cast.sarlin, roles.SECRETARIAT),
    ):  # fmt: skip
        people.appoint(who, role, area=places.KUPANG, programme=MODERN)
    by = look(cast.yosef)
    for who, village, theme in ((cast.ratna, places.BOLOK, "governance"), (cast.agnes, places.BATAKTE, "marketing")):
        mentors.keep_profile(by=by, user=who.id, draft=mentors.ProfileDraft(village=village, themes=(theme,)))
    cohort = programmes.open_cohort(by=by, id=uuid4(), programme=MODERN, name="Uji", starts=DAY, area=places.KUPANG)
    for name, village in (("Satu", places.BOLOK), ("Dua", places.BATAKTE), ("Tiga", places.TABLOLONG)):
        party = people.cooperative(f"Koperasi {name}", village).party
        programmes.open_engagement(by=by, mentee_id=party.pk, programme=MODERN, starts=DAY, cohort=cohort)
    services.make_plan(by=by, id=PLAN, programme=MODERN, starts=people.TODAY, cohort=cohort, area=places.KUPANG)
    services.compute(by=by, plan=PLAN, now=now)
    return PLAN


def card_of(cast: Cast) -> queries.PlanCard:
    found = queries.plan_card(look(cast.yosef), PLAN)
    assert found is not None
    return found


def mentor_of(card: queries.PlanCard) -> dict[str, str]:
    return {one.mentee: one.mentor for one in card.pairs}


def test_each_goes_to_who_lives_nearest_and_every_pair_says_why(cast: Cast, plan: UUID) -> None:
    card = card_of(cast)
    assert mentor_of(card)["Koperasi Satu"] == "Ratna Tefa" and mentor_of(card)["Koperasi Dua"] == "Agnes Bria"
    one = next(row for row in card.pairs if row.mentee == "Koperasi Satu")
    assert [part.code for part in one.because] == ["distance", "load"]
    assert dict(one.because[0].values) == {"km": 2, "source": "areas"}
    assert one.instead == "Agnes Bria" and card.source.startswith("R-PENUGASAN")
    assert card.left == ()


def test_what_people_settle_is_kept_and_the_proposal_must_be_computed_again(
    cast: Cast, plan: UUID, now: datetime
) -> None:
    by = look(cast.yosef)
    one = next(row for row in card_of(cast).pairs if row.mentee == "Koperasi Satu")
    services.settle(by=by, plan=plan, engagement=one.engagement_id, told={"mentor": str(cast.agnes.id)})
    assert card_of(cast).stale
    with pytest.raises(Refused) as caught:
        services.apply_plan(by=by, id=uuid4(), plan=plan, chosen=[one.engagement_id], now=now)
    assert caught.value.codes == ["PLACEMENTS_006"]
    services.compute(by=by, plan=plan, now=now)
    changed = card_of(cast)
    assert mentor_of(changed)["Koperasi Satu"] == "Agnes Bria"
    assert [row.fixed for row in changed.pairs if row.mentee == "Koperasi Satu"] == [True]


def test_a_theme_and_a_language_settled_by_hand_turn_the_proposal(cast: Cast, plan: UUID, now: datetime) -> None:
    by = look(cast.yosef)
    one = next(row for row in card_of(cast).pairs if row.mentee == "Koperasi Dua")
    services.settle(by=by, plan=plan, engagement=one.engagement_id, told={"theme": "governance", "language": "dawan"})
    services.compute(by=by, plan=plan, now=now)
    row = next(row for row in card_of(cast).pairs if row.mentee == "Koperasi Dua")
    assert row.mentor == "Ratna Tefa"
    assert [part.code for part in row.because] == ["theme", "no_language", "distance", "load"]


def test_chosen_pairs_become_assignments_once(cast: Cast, plan: UUID, now: datetime) -> None:
    by, id = look(cast.yosef), uuid4()
    chosen = [row.engagement_id for row in card_of(cast).pairs][:2]
    for _ in range(2):
        assert services.apply_plan(by=by, id=id, plan=plan, chosen=chosen, now=now, letter="ST/1") == 2
    assert Assignment.objects.filter(engagement__in=chosen, letter="ST/1").count() == 2
    assert len(Applied.objects.get().pairs) == 2 and len(card_of(cast).pairs) == 1


def test_nothing_is_half_applied_when_somebody_got_a_mentor_in_between(cast: Cast, plan: UUID, now: datetime) -> None:
    by, rows = look(cast.yosef), card_of(cast).pairs
    programmes.assign(by=by, engagement=rows[0].engagement_id, mentor=rows[0].mentor_id, starts=people.TODAY)
    before = Assignment.objects.count()
    with pytest.raises(Refused) as caught:
        services.apply_plan(by=by, id=uuid4(), plan=plan, chosen=[one.engagement_id for one in rows], now=now)
    assert [one.where for one in caught.value.problems] == [f"pair-{rows[0].engagement_id}"]
    assert caught.value.codes == ["PLACEMENTS_004"] and Assignment.objects.count() == before


def test_whoever_is_left_over_is_told_why(cast: Cast, plan: UUID, now: datetime) -> None:
    by = look(cast.yosef)
    for who in (cast.ratna, cast.agnes):
        draft = mentors.ProfileDraft(capacity=1, capacity_why="Cuti")
        mentors.keep_profile(by=by, user=who.id, draft=draft)
    services.compute(by=by, plan=plan, now=now)
    left = card_of(cast).left
    assert [(one.code, sorted(one.values["mentors"])) for one in left] == [("full", ["Agnes Bria", "Ratna Tefa"])]


@pytest.mark.parametrize("who", ["ratna", "maria", "ujang", "dominggus"])
def test_a_stranger_sees_no_plan(cast: Cast, plan: UUID, who: str) -> None:
    assert queries.plan_card(look(getattr(cast, who)), plan) is None
    with pytest.raises(Refused) as caught:
        services.settle(by=look(getattr(cast, who)), plan=plan, engagement=PLAN, told={})
    assert caught.value.codes == ["PLACEMENTS_001"]


def test_a_plan_beyond_the_own_area_is_refused(cast: Cast, plan: UUID) -> None:
    with pytest.raises(Refused) as caught:
        services.make_plan(by=look(cast.yosef), id=uuid4(), programme=MODERN, starts=DAY, area=places.NTT)
    assert caught.value.codes == ["PLACEMENTS_003"]
    assert Plan.objects.count() == 1


def test_the_pages_show_compare_and_apply(cast: Cast, plan: UUID, sign_in) -> None:  # type: ignore[no-untyped-def]
    client: Client = sign_in(cast.yosef)
    page = client.get(f"/penempatan/{plan}/").content.decode()
    assert "kira-kira 2 km menurut wilayah" in page and "dampingan ke-1 dari 2" in page
    row = card_of(cast).pairs[0]
    assert client.get(f"/penempatan/{plan}/{row.engagement_id}/").status_code == 200
    empty = client.post(f"/penempatan/{plan}/terapkan/", {"id": str(uuid4())})
    assert empty.status_code == 422 and "PLACEMENTS_005" in empty.content.decode()
    sent = client.post(f"/penempatan/{plan}/terapkan/", {"id": str(uuid4()), "chosen": [str(row.engagement_id)]})
    assert sent.status_code == 303
    assert sign_in(cast.maria).get(f"/penempatan/{plan}/").status_code == 403
