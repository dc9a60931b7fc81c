"""Assigning by capacity and without conflicts: A13 and C34, the ratio of C2 and C13, one or many at once."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.mentors import queries as mentors_seen
from sidamping.features.mentors import services as mentors
from sidamping.features.mentors.models import Waiver
from sidamping.features.parties.models import BoardTerm
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.models import Assignment, Engagement, StepRecord
from sidamping.platform.access import roles
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

NIK = "5301052301800009"
MEMBERS = "usaha-anggota-ksp"
MODERN = "koperasi-modern-2023"
DAY = people.TODAY


def codes(caught: pytest.ExceptionInfo[Refused]) -> set[str]:
    return set(caught.value.codes)


@pytest.fixture
def lender(cast: Cast) -> Engagement:
    """Ratna is treasurer of Merah Putih, which lends to its member Keripik; she is to mentor Keripik."""
    person = people.person("Ratna Tefa", places.BOLOK, nik=NIK)
    BoardTerm.objects.create(
        cooperative=cast.merah_putih, person=person, organ="management", position="treasurer",
        starts=date(2025, 1, 1), ends=date(2027, 12, 31),
    )
    for who, role in ((cast.ratna, roles.MENTOR), (cast.yosef, roles.COORDINATOR), (cast.sarlin, roles.SECRETARIAT)):
        people.appoint(who, role, area=places.NTT, programme=MEMBERS)
    mentors.keep_profile(by=look(cast.sarlin), user=cast.ratna.id, draft=mentors.ProfileDraft(nik=NIK))
    by = look(cast.yosef)
    id = services.open_engagement(by=by, mentee_id=cast.keripik.pk, programme=MEMBERS, starts=date(2026, 11, 1))
    return Engagement.objects.get(pk=id)


def give(cast: Cast, host: Engagement, **changes: object) -> UUID:
    told = {"by": look(cast.yosef), "engagement": host.pk, "mentor": cast.ratna.id, "starts": DAY, **changes}
    return services.assign(**told)  # type: ignore[arg-type]


def let_in(cast: Cast, by: object, **changes: object) -> UUID:
    told = {"id": uuid4(), "user": cast.ratna.id, "party": cast.keripik.pk, "why": "Pinjaman diputus ketua", **changes}
    return mentors.waive_conflict(by=look(by), **told)  # type: ignore[arg-type]


def test_a13_a_board_member_who_decides_on_the_loan_is_not_assigned_silently(cast: Cast, lender: Engagement) -> None:
    found = mentors_seen.conflicts_of([cast.ratna.id], [cast.keripik.pk], DAY)
    assert [(one.kinds, one.grounds[0].position, one.grounds[0].through) for one in found] == [
        (("lender",), "treasurer", "Merah Putih")
    ]
    with pytest.raises(Refused) as caught:
        give(cast, lender)
    assert codes(caught) == {"PROGRAMMES_059"}
    assert not Assignment.objects.filter(engagement=lender).exists()


def test_a13_another_person_lets_it_in_with_a_reason_and_then_it_is_assigned(cast: Cast, lender: Engagement) -> None:
    asked = mentors.ask_waiver(
        by=look(cast.yosef), id=uuid4(), user=cast.ratna.id, party=cast.keripik.pk, why="Paling kenal"
    )
    with pytest.raises(Refused) as caught:
        let_in(cast, cast.yosef, request=asked, why="")
    assert codes(caught) == {"PROGRAMMES_060", "PROGRAMMES_061"}
    id = uuid4()
    for _ in range(2):
        let_in(cast, cast.sarlin, request=asked, id=id)
    give(cast, lender)
    assert Waiver.objects.get().kinds == ["lender"]
    assert Activity.objects.filter(action="mentors.conflict_let_in", why="Pinjaman diputus ketua").count() == 1


def test_whoever_let_the_conflict_in_does_not_assign_it_as_well(cast: Cast, lender: Engagement) -> None:
    let_in(cast, cast.yosef)
    with pytest.raises(Refused) as caught:
        give(cast, lender)
    assert codes(caught) == {"PROGRAMMES_060"}
    give(cast, lender, by=look(cast.sarlin))


def test_the_mentor_never_lets_the_own_conflict_in(cast: Cast, lender: Engagement) -> None:
    people.appoint(cast.ratna, roles.COORDINATOR, area=places.KUPANG)
    with pytest.raises(Refused) as caught:
        let_in(cast, cast.ratna)
    assert codes(caught) == {"PROGRAMMES_060"}


def test_a_new_kind_of_conflict_needs_a_new_decision(cast: Cast, lender: Engagement) -> None:
    let_in(cast, cast.sarlin)
    mentors.declare_interest(
        by=look(cast.ratna), id=uuid4(), user=cast.ratna.id, party=cast.keripik.pk, kind="family", note="Ipar",
        starts=date(2026, 1, 1),
    )
    with pytest.raises(Refused) as caught:
        give(cast, lender)
    assert codes(caught) == {"PROGRAMMES_059"}


def test_a_refused_request_bars_and_a_term_that_is_over_does_not(cast: Cast, lender: Engagement) -> None:
    let_in(cast, cast.sarlin, let_in=False)
    with pytest.raises(Refused) as caught:
        give(cast, lender)
    assert codes(caught) == {"PROGRAMMES_059"}
    BoardTerm.objects.filter(position="treasurer").update(ends=date(2026, 11, 4))
    give(cast, lender)
    with pytest.raises(Refused) as caught:
        let_in(cast, cast.sarlin)
    assert codes(caught) == {"MENTORS_017"}


def test_nobody_of_another_area_decides(cast: Cast, lender: Engagement) -> None:
    for who in (cast.maria, cast.dominggus):
        with pytest.raises(Refused) as caught:
            let_in(cast, who)
        assert codes(caught) == {"MENTORS_022"}


@pytest.fixture
def full(cast: Cast) -> list[Engagement]:
    """Three cooperatives of the modern programme, at most two a mentor; Ratna carries two."""
    for who, role in ((cast.ratna, roles.MENTOR), (cast.yosef, roles.COORDINATOR), (cast.sarlin, roles.SECRETARIAT)):
        people.appoint(who, role, area=places.KUPANG, programme=MODERN)
    by, day = look(cast.yosef), date(2026, 11, 1)
    cohort = services.open_cohort(
        by=look(cast.sarlin), id=uuid4(), programme=MODERN, name="Angkatan uji", starts=day, area=places.KUPANG
    )
    made = []
    for name in ("Satu", "Dua", "Tiga"):
        party = people.cooperative(f"Koperasi {name}", places.BOLOK).party
        id = services.open_engagement(by=by, mentee_id=party.pk, programme=MODERN, starts=day, cohort=cohort)
        made.append(Engagement.objects.get(pk=id))
    for one in made[:2]:
        services.assign(by=by, engagement=one.pk, mentor=cast.ratna.id, starts=day)
    return made


def test_c13_one_mentee_more_than_the_ratio_needs_a_reason_that_stays(cast: Cast, full: list[Engagement]) -> None:
    with pytest.raises(Refused) as caught:
        give(cast, full[2])
    assert codes(caught) == {"PROGRAMMES_063"}
    give(cast, full[2], over_why="Hanya dua minggu")
    assert Activity.objects.filter(action="programmes.assigned", why="Hanya dua minggu").exists()


def test_an_own_limit_of_the_profile_goes_before_the_ratio(cast: Cast, full: list[Engagement]) -> None:
    draft = mentors.ProfileDraft(capacity=3, capacity_why="Tinggal sedesa")
    mentors.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=draft)
    give(cast, full[2])
    fit = queries.fitness_of(_card(cast, full[2]), [cast.ratna.id], DAY)[0]
    assert (fit.most, fit.most_why, fit.source) == (3, "Tinggal sedesa", None)


def test_c2_the_page_tells_load_ratio_and_source_of_each_mentor(cast: Cast, full: list[Engagement], sign_in) -> None:  # type: ignore[no-untyped-def]
    fit = queries.fitness_of(_card(cast, full[2]), [cast.ratna.id], DAY)[0]
    assert (fit.carries, fit.most, fit.full, fit.induction) == (2, 2, True, "missing")
    assert fit.source and fit.source.name == "R-RASIO-MODERN"
    client: Client = sign_in(cast.yosef)
    page = client.get(f"/penugasan/{full[2].pk}/ganti/").content.decode()
    assert "R-RASIO-MODERN" in page and "belum selesai" in page


def test_many_are_assigned_in_one_go_or_none_with_every_fault_at_its_pair(cast: Cast, full: list[Engagement]) -> None:
    Assignment.objects.all().delete()
    wanted = [services.Wanted(uuid4(), one.pk, cast.ratna.id, where=f"pair-{n}") for n, one in enumerate(full)]
    with pytest.raises(Refused) as caught:
        services.assign_many(by=look(cast.yosef), wanted=wanted, starts=DAY)
    assert [(one.code, one.where) for one in caught.value.problems] == [("PROGRAMMES_063", "pair-2")]
    assert not Assignment.objects.exists()
    for _ in range(2):
        services.assign_many(by=look(cast.yosef), wanted=wanted[:2], starts=DAY)
    assert Assignment.objects.count() == 2


def test_the_act_of_assigning_does_the_step_where_its_gate_is_open(cast: Cast, full: list[Engagement]) -> None:
    assert not StepRecord.objects.filter(step="assign").exists(), "its gate waits for the needs"


def _card(cast: Cast, host: Engagement) -> queries.EngagementCard:
    found = queries.administered_card(look(cast.yosef), host.pk)
    assert found is not None
    return found
