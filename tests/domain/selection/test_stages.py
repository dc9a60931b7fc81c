"""Stages are decided in order; a refusal keeps its reasons; an interview is decided when all interviewers are in."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sidamping.domain.selection.interview import InterviewScore
from sidamping.domain.selection.stages import Decision, Grounds, decision_faults, standing

STAGES = ("administrative", "competence", "interview")
DAY = date(2026, 3, 1)
NOTHING = Grounds({})
WHOLE = Grounds({}, InterviewScore((), {}, Fraction(80), ()))
FIRST = Decision("administrative", True, "pmo", DAY)
SECOND = Decision("competence", True, "pmo", date(2026, 3, 2))


def codes(new: Decision, made: tuple[Decision, ...] = (), grounds: Grounds = NOTHING) -> list[str]:
    return [one.code for one in decision_faults(STAGES, made, new, grounds)]


def test_an_application_without_decisions_is_open_at_the_first_stage() -> None:
    assert (standing(STAGES, []).state, standing(STAGES, []).stage) == ("open", "administrative")


def test_the_first_refusal_is_final_and_keeps_its_reasons() -> None:
    refused = Decision("competence", False, "pmo", date(2026, 3, 2), ("competence",))
    made = standing(STAGES, [refused, FIRST])
    assert (made.state, made.stage, made.reasons) == ("refused", "competence", ("competence",))
    assert codes(Decision("interview", True, "pmo", date(2026, 3, 5)), (FIRST, refused), WHOLE) == ["PROGRAMMES_040"]


def test_who_passes_every_stage_is_chosen() -> None:
    third = Decision("interview", True, "pmo", date(2026, 3, 3))
    assert standing(STAGES, [FIRST, SECOND, third]).state == "chosen"


def test_skipping_a_stage_is_refused() -> None:
    assert codes(Decision("interview", True, "pmo", DAY), (FIRST,), WHOLE) == ["PROGRAMMES_039"]


def test_a_refusal_without_a_reason_is_refused() -> None:
    assert codes(Decision("administrative", False, "pmo", DAY)) == ["PROGRAMMES_041"]


def test_passing_over_a_missing_document_needs_a_remark() -> None:
    lacking = Grounds({"complete": False, "compliant": True})
    assert codes(Decision("administrative", True, "pmo", DAY), (), lacking) == ["PROGRAMMES_042"]
    excused = Decision("administrative", True, "pmo", DAY, remark="Ijazah menyusul, sudah dilihat aslinya")
    assert codes(excused, (), lacking) == []


def test_an_interview_without_all_interviewers_is_not_decided() -> None:
    partial = Grounds({}, InterviewScore((), {}, None, ("Yosef",)))
    decision = Decision("interview", True, "pmo", date(2026, 3, 3))
    assert codes(decision, (FIRST, SECOND), partial) == ["PROGRAMMES_043"]
    assert codes(decision, (FIRST, SECOND)) == ["PROGRAMMES_043"]
    assert codes(decision, (FIRST, SECOND), WHOLE) == []


def test_nor_is_anybody_refused_by_half_a_panel() -> None:
    partial = Grounds({}, InterviewScore((), {}, None, ("Yosef",)))
    refusal = Decision("interview", False, "pmo", date(2026, 3, 3), ("rank",))
    assert codes(refusal, (FIRST, SECOND), partial) == ["PROGRAMMES_043"]


def test_withdrawing_is_possible_at_any_stage_with_a_reason() -> None:
    leaving = Decision("competence", False, "self", DAY, ("withdrawn",), withdrawn=True)
    assert codes(leaving, ()) == []
    assert standing(STAGES, [leaving]).state == "withdrawn"


def test_a_decision_is_not_dated_before_the_stage_ahead_of_it() -> None:
    assert codes(Decision("competence", True, "pmo", date(2026, 2, 28)), (FIRST,)) == ["PROGRAMMES_047"]
    assert codes(Decision("competence", True, "pmo", DAY), (FIRST,)) == []
