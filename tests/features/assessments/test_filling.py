"""Opening, filling in and handing in a round: who may, what is refused, what is kept (B6, E15)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Assessment, Filling, Step
from sidamping.platform.activity.models import Activity
from tests import people
from tests.features.assessments import rounds
from tests.people import Cast, look

Queries = Callable[[int], AbstractContextManager[Any]]


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def test_an_assessor_opens_a_round_on_the_version_in_force_on_its_day(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    card = queries.assessment_card(agnes, rounds.opened(agnes, cast.merah_putih.pk))
    assert card is not None
    assert (card.head.version, card.head.state, card.head.lead) == ("ksp-health/2016-04-01", "draft", "Agnes Bria")
    assert (card.head.subject.name, card.head.subject.kind) == ("Merah Putih", "cooperative")
    assert card.head.subject.place.startswith("Desa Bolok")
    assert card.may == {"fill", "submit", "invite", "withdraw"}
    earlier = rounds.opened(agnes, cast.merah_putih.pk, as_of=date(2014, 12, 31))
    assert Assessment.objects.get(pk=earlier).version == "ksp-health/2009-12-01"


def test_opened_twice_with_one_number_is_one_round(cast: Cast) -> None:
    agnes, draft = rounds.agnes(cast), rounds.draft(cast.merah_putih.pk)
    first = services.open_assessment(by=agnes, draft=draft, on=people.TODAY)
    assert services.open_assessment(by=agnes, draft=draft, on=people.TODAY) == first
    assert Assessment.objects.count() == Filling.objects.count() == 1
    other = replace(draft, party_id=cast.foreign_cooperative.pk)
    assert refused(lambda: services.open_assessment(by=agnes, draft=other, on=people.TODAY)) == ["ASSESSMENTS_008"]


@pytest.mark.parametrize("who", ["maria", "yosef", "dominggus", "sarlin", "anton"])
def test_whoever_does_not_assess_there_opens_nothing(cast: Cast, who: str) -> None:
    viewer = look(getattr(cast, who))
    assert refused(lambda: rounds.opened(viewer, cast.merah_putih.pk)) == ["ASSESSMENTS_002"]
    assert not Assessment.objects.exists()


def test_a_mentor_opens_a_simulation_in_the_own_area_only(cast: Cast) -> None:
    ratna = look(cast.ratna)
    assert rounds.opened(ratna, cast.merah_putih.pk)
    assert refused(lambda: rounds.opened(ratna, cast.foreign_cooperative.pk)) == ["ASSESSMENTS_002"]


def test_every_fault_of_opening_is_told_at_once(cast: Cast) -> None:
    agnes, tomorrow = rounds.agnes(cast), people.TODAY + timedelta(days=1)
    wrong = {"as_of": tomorrow, "purpose": "final", "method": "dice", "party_id": None}
    codes = refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, **wrong))
    assert codes == ["ASSESSMENTS_004", "ASSESSMENTS_005", "SCORING_012", "ASSESSMENTS_006"]
    assert refused(lambda: rounds.opened(agnes, cast.keripik.pk)) == ["ASSESSMENTS_003"]
    lone = {"pair_id": cast.keripik.pk, "as_of": date(1990, 1, 1)}
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, **lone)) == ["RULEBOOK_010"]
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, **lone | {"as_of": rounds.AS_OF})) == [
        "ASSESSMENTS_030"
    ]
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, instrument="dice")) == ["SCORING_001"]


def test_a_section_saved_leaves_the_others_alone_and_empties_what_is_emptied(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    assert rounds.saved(agnes, round_) == 1
    assert rounds.saved(agnes, round_, {"answers.mu.1": "ya", "answers.mu.2": "tidak"}, seen=1) == 2
    assert rounds.saved(agnes, round_, {"answers.mu.2": ""}, seen=2) == 3
    data = Filling.objects.get().data
    assert data["inputs"] == {"modal_sendiri": 400_000_000, "total_aset": 1_000_000_000}
    assert data["answers"] == {"mu": {"1": "ya"}}


def test_saved_twice_it_is_kept_once_and_a_stale_save_is_told_who_and_when(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    assert rounds.saved(agnes, round_) == rounds.saved(agnes, round_) == 1
    assert Activity.objects.filter(action="assessments.saved").count() == 1
    with pytest.raises(Refused) as caught:
        rounds.saved(agnes, round_, {"inputs.total_aset": "5"})
    (told,) = caught.value.problems
    assert (told.code, told.values) == ("ASSESSMENTS_009", {"name": "Agnes Bria", "at": "5 Nov 2026 09.00"})


def test_wrong_numbers_are_all_told_at_their_items_and_nothing_is_kept(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    wrong = {"inputs.total_aset": "banyak", "inputs.kas": "-5", "answers.mu.1": "mungkin",
             "inputs.pinjaman_anggota": "9", "inputs.pinjaman_diberikan": "8"}
    with pytest.raises(Refused) as caught:
        rounds.saved(agnes, round_, wrong)
    told = {(one.code, one.where) for one in caught.value.problems}
    assert told >= {
        ("SCORING_004", "inputs.total_aset"), ("SCORING_005", "inputs.kas"), ("SCORING_008", "answers.mu.1"),
        ("SCORING_006", "inputs.pinjaman_anggota"),
    }
    assert Filling.objects.get().data == {}
    assert refused(lambda: rounds.saved(agnes, round_, {"inputs.emas": "1"})) == ["ASSESSMENTS_012"]


def test_a_text_that_is_too_long_is_refused_and_never_cut(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    long = {"notes": {"inputs.kas": "x" * 1001}, "answered_by": "y" * 121}
    sent = {"by": agnes, "assessment": round_, "values": rounds.AMOUNTS, "seen": 0, "now": rounds.NOW}
    with pytest.raises(Refused) as caught:
        services.save_filling(**sent, **long)  # type: ignore[arg-type]
    assert [(one.code, one.where) for one in caught.value.problems] == [
        ("ASSESSMENTS_027", "answered_by"), ("ASSESSMENTS_027", "inputs.kas"),
    ]
    assert Filling.objects.get().data == {}


def test_half_a_sheet_may_be_handed_in_and_its_coverage_is_told(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    assert refused(lambda: services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)) == ["SCORING_003"]
    rounds.saved(agnes, round_, {**rounds.AMOUNTS, **rounds.PLAN})
    made = services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)
    assert (made.total, made.coverage * 100, made.category) == (6, 9, None)
    assert services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW).total == 6
    assert [one.act for one in Step.objects.all()] == ["submitted"]
    assert refused(lambda: rounds.saved(agnes, round_, {"inputs.kas": "5"}, seen=1)) == ["ASSESSMENTS_010"]


def test_a_stranger_neither_sees_nor_fills_in(cast: Cast) -> None:
    agnes, maria = rounds.agnes(cast), look(cast.maria)
    round_ = rounds.handed_in(agnes, cast.merah_putih.pk)
    assert queries.assessment_card(maria, round_) is None
    assert queries.assessments_page(maria).rows == ()
    assert refused(lambda: rounds.saved(maria, round_)) == ["ASSESSMENTS_001"]
    assert refused(lambda: services.submit_filling(by=maria, assessment=round_, now=rounds.NOW)) == ["ASSESSMENTS_001"]


def test_offices_see_a_round_from_its_handing_in_and_only_in_their_area(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    own, foreign = (rounds.opened(agnes, one.pk) for one in (cast.merah_putih, cast.foreign_cooperative))
    assert queries.assessments_page(look(cast.yosef)).rows == ()
    for round_ in (own, foreign):
        rounds.saved(agnes, round_)
        services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)
    seen = {who: {one.id for one in queries.assessments_page(look(getattr(cast, who))).rows}
            for who in ("yosef", "dominggus", "sarlin", "ujang", "ratna", "anton")}
    assert seen == {"yosef": {own}, "dominggus": {own}, "sarlin": {own, foreign}, "ujang": set(), "ratna": set(),
                    "anton": set()}


def test_a_mentor_sees_only_rounds_they_take_part_in(cast: Cast) -> None:
    rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    own = rounds.opened(look(cast.ratna), cast.merah_putih.pk)
    assert [one.id for one in queries.assessments_page(look(cast.ratna)).rows] == [own]


def test_lists_are_filtered_and_ask_the_database_a_few_times(cast: Cast, at_most_queries: Queries) -> None:
    agnes = rounds.agnes(cast)
    for day in range(1, 13):
        rounds.opened(agnes, cast.merah_putih.pk, as_of=date(2025, 12, day))
    handed = rounds.handed_in(agnes, cast.foreign_cooperative.pk)
    with at_most_queries(4):
        rows = queries.assessments_page(agnes).rows
    assert len(rows) == 13 and rows[0].id == handed
    wanted = {"state": "submitted", "text": "kuatae", "area": "53.02", "instrument": "ksp-health"}
    for name, value in wanted.items():
        found = queries.assessments_page(agnes, queries.AssessmentFilter(**{name: value})).rows
        assert handed in {one.id for one in found} and (name == "instrument" or len(found) == 1)
    with at_most_queries(7):
        queries.assessment_card(agnes, handed)


def test_each_role_is_offered_what_it_may_open(cast: Cast) -> None:
    def offered(who: str, kind: str = "") -> set[str]:
        return {one.name for one in queries.available(look(getattr(cast, who)), people.TODAY, kind)}

    assert "ksp-health" in offered("agnes") and "ksp-health" in offered("ratna") and "ksp-health" in offered("ujang")
    assert offered("anton") == set() and "ksp-health" not in offered("yosef")
    names = {who: [one.name for one in queries.subjects_to_choose(look(getattr(cast, who)), "cooperative")]
             for who in ("agnes", "ratna", "ujang", "yosef")}
    assert names == {"agnes": ["Kuatae Maju", "Merah Putih"], "ratna": ["Merah Putih"], "ujang": ["Merah Putih"],
                     "yosef": []}
    assert {one.name for one in queries.subjects_to_choose(look(cast.agnes), "mentor")} == {
        "Ratna Tefa", "Maria Banunaek",
    }


def test_the_live_outcome_of_an_empty_sheet_scores_nothing(cast: Cast) -> None:
    instrument = queries.instrument_for("ksp-health/2016-04-01", rounds.HEALTH)
    made = queries.live_outcome(instrument, {}, on=rounds.AS_OF, method="table")
    assert (made.total, made.coverage) == (None, 0)
