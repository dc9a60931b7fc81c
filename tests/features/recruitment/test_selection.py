"""Choosing mentors stage by stage, by a panel in which each marks alone (B3). Figures by hand from the source weights.

First interviewer: (80·15 + 90·30 + 70·25 + 60·15) / 85 = 6550/85; second: (90·15 + 80·30 + 80·25 + 70·15) / 85 = 80.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.models import Candidacy, Decision
from tests.features.recruitment import calling
from tests.features.recruitment.calling import FIRST, OPENS, SECOND, at, look
from tests.people import Cast

OTHER = "5301056111910005"


def refused(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return refusal.value.codes


def test_the_weights_15_30_25_15_are_normalised_to_17_65_35_29_29_41_17_65(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    calling.marked(cast, id)
    card = queries.candidate_card(look(cast.paulus), id)
    assert card is not None and card.result is not None
    shares = [round(float(one.share) * 100, 2) for one in card.result.aspects]
    assert shares == [17.65, 35.29, 29.41, 17.65]
    assert "85" in card.result.notices[0]
    assert card.result.total == (Fraction(6550, 85) + 80) / 2
    assert [one.spread for one in card.result.aspects] == [10, 10, 10, 10]


def test_nobody_sees_the_marks_of_others_before_all_have_handed_in(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    services.hand_in_marks(by=look(cast.agnes), candidacy=id, marks=FIRST, now=at(OPENS))
    for who in (cast.paulus, cast.sarlin):
        result = queries.candidate_card(look(who), id).result  # type: ignore[union-attr]  # theirs to see
        assert result.missing == ("Sarlin Ndoen",)
        assert result.total is None
        assert all(one.marks is None and one.total is None for one in result.panel)
        assert all(one.mark is None and one.marks == () for one in result.aspects)
    services.hand_in_marks(by=look(cast.sarlin), candidacy=id, marks=SECOND, now=at(OPENS))
    seen = queries.candidate_card(look(cast.sarlin), id).result  # type: ignore[union-attr]  # theirs to see
    assert [one.marks["sikap"] for one in seen.panel] == [80, 90]


def test_a_decision_waits_for_the_marks_that_are_missing(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    services.hand_in_marks(by=look(cast.agnes), candidacy=id, marks=FIRST, now=at(OPENS))
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, id, "interview", on=OPENS + timedelta(days=20))
    assert refused(refusal) == ["PROGRAMMES_043"]
    assert "Sarlin Ndoen" in str(refusal.value)


def test_handed_in_marks_are_locked_and_the_same_twice_is_once(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    for _ in range(2):
        services.hand_in_marks(by=look(cast.agnes), candidacy=id, marks=FIRST, now=at(OPENS))
    with pytest.raises(Refused) as refusal:
        services.hand_in_marks(by=look(cast.agnes), candidacy=id, marks=SECOND, now=at(OPENS))
    assert refused(refusal) == ["RECRUITMENT_018"]


def test_marks_are_complete_before_they_are_handed_in(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    services.save_marks(by=look(cast.agnes), candidacy=id, marks={"sikap": "80"})
    with pytest.raises(Refused) as refusal:
        services.hand_in_marks(by=look(cast.agnes), candidacy=id, marks={"sikap": "80"}, now=at(OPENS))
    assert refused(refusal) == ["RECRUITMENT_019"]
    with pytest.raises(Refused):
        services.save_marks(by=look(cast.agnes), candidacy=id, marks={"sikap": "101"})


def test_a_stranger_marks_nobody(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.to_interview(cast, id)
    with pytest.raises(Refused) as refusal:
        services.hand_in_marks(by=look(cast.paulus), candidacy=id, marks=FIRST, now=at(OPENS))
    assert refused(refusal) == ["RECRUITMENT_020"]
    with pytest.raises(Refused) as refusal:
        services.hand_in_marks(by=look(cast.maria), candidacy=id, marks=FIRST, now=at(OPENS))
    assert refused(refusal) == ["RECRUITMENT_015"]


def test_no_stage_is_skipped(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, id, "competence", on=OPENS)
    assert refused(refusal) == ["PROGRAMMES_039"]


def test_a_refusal_needs_coded_reasons_and_is_final(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, id, "administrative", on=OPENS, passed=False)
    assert refused(refusal) == ["PROGRAMMES_041"]
    calling.decided(cast.paulus, id, "administrative", on=OPENS, passed=False, reasons=("documents",))
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, id, "competence", on=OPENS)
    assert refused(refusal) == ["PROGRAMMES_040"]
    line = queries.candidates_of(look(cast.paulus), call)[0]
    assert (line.state, line.stage, line.reasons) == ("refused", "administrative", ("Dokumen tidak lengkap",))


def test_a_criterion_not_met_passes_only_with_a_reason(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    draft = services.DecisionDraft("administrative", True, OPENS, {"complete": True, "compliant": True})
    with pytest.raises(Refused) as refusal:
        services.decide(by=look(cast.paulus), id=id, candidacy=id, draft=draft)
    assert refused(refusal) == ["PROGRAMMES_042"]
    assert "Kompetensi awal" in str(refusal.value)


def test_a_decision_sent_twice_is_made_once(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    draft = services.DecisionDraft("administrative", True, OPENS, {c: True for c in calling.CRITERIA["administrative"]})
    for _ in range(2):
        services.decide(by=look(cast.paulus), id=call, candidacy=id, draft=draft)
    assert Decision.objects.count() == 1


def test_an_assessor_decides_no_stage_of_the_pmo(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.sarlin, id, "administrative", on=OPENS)
    assert refused(refusal) == ["RECRUITMENT_014"]
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.agnes, id, "administrative", on=OPENS)
    assert refused(refusal) == ["RECRUITMENT_015"]


def test_the_list_names_the_tie_rule_and_where_people_decide(cast: Cast) -> None:
    """Two places: the first leads with 90 in knowledge; two share everything, and the last place lies between them."""
    call = calling.called(cast)
    best = {**FIRST, "sikap": "100"}
    rows = [(calling.FIRST, "5301051204870011"), (best, "5301051204870012"), (calling.FIRST, "5301051204870013")]
    ids = []
    for marks, nik in rows:
        id = calling.applied(call, nik, name=f"Calon {nik[-2:]}")
        calling.to_interview(cast, id)
        calling.marked(cast, id, marks, marks)
        ids.append(id)
    ranked = queries.ranking_of(look(cast.paulus), call)
    assert ranked is not None
    shown = [(one.place.rank, one.candidate.id == ids[1], one.place.people_decide) for one in ranked.lines]
    assert shown == [(1, True, False), (2, False, True), (2, False, True)]
    assert ranked.tie_rule.startswith("Bila sama: pengetahuan")
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, ids[0], "interview", on=calling.TODAY)
    assert refused(refusal) == ["RECRUITMENT_021"]
    calling.decided(cast.paulus, ids[0], "interview", on=calling.TODAY, remark="Tinggal di Kupang Barat")


def test_the_earlier_application_breaks_a_tie_and_the_list_says_so(cast: Cast) -> None:
    call = calling.called(cast)
    for nik, day in (("5301051204870011", OPENS + timedelta(days=2)), ("5301051204870012", OPENS)):
        id = calling.applied(call, nik, on=day, name=f"Calon {nik[-2:]}")
        calling.to_interview(cast, id)
        calling.marked(cast, id)
    ranked = queries.ranking_of(look(cast.paulus), call)
    assert ranked is not None
    assert [(one.candidate.name, one.place.rank, one.decided_by) for one in ranked.lines] == [
        ("Calon 12", 1, ""), ("Calon 11", 2, "applied_on"),
    ]


def test_an_interviewer_sees_the_candidate_but_no_number_and_no_list(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    assert queries.candidate_card(look(cast.agnes), id) is None
    calling.to_interview(cast, id)
    card = queries.candidate_card(look(cast.agnes), id)
    assert card is not None and (card.nik, card.phone, card.decisions) == ("", "", ())
    assert queries.call_card(look(cast.agnes), call) is None
    assert queries.candidate_card(look(cast.maria), id) is None


def test_the_candidate_is_no_interviewer_and_excused_ones_need_a_reason(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call, by=look(cast.agnes, OPENS))
    by, day = look(cast.paulus), OPENS
    with pytest.raises(Refused) as refusal:
        services.set_panel(by=by, candidacy=id, people=(cast.agnes.pk, cast.sarlin.pk), on=day, place="Kupang")
    assert refused(refusal) == ["RECRUITMENT_016"]
    with pytest.raises(Refused) as refusal:
        services.set_panel(by=by, candidacy=id, people=(cast.sarlin.pk,), on=day, place="Kupang")
    assert refused(refusal) == ["PROGRAMMES_044"]
    services.set_panel(by=by, candidacy=id, people=(cast.paulus.pk, cast.sarlin.pk), on=day, place="Kupang")
    assert Candidacy.objects.get(pk=id).panel.count() == 2


def test_who_leaves_is_no_longer_on_the_list(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    calling.decided(cast.paulus, id, "administrative", on=OPENS, passed=False, withdrawn=True, reasons=("withdrawn",))
    assert queries.candidates_of(look(cast.paulus), call)[0].state == "withdrawn"
