"""The rounds of the demonstration: a cooperative's health over two years with a self view and outside results, one
round that waits for a decision with its blind second scoring, one half filled, a baseline with its final, a mentor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.scoring.sheet import sheet
from sidamping.edges.demo.diary import moment, working_day
from sidamping.edges.demo.people import user_id, viewer
from sidamping.edges.demo.registers import chair_account, cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.assessments import services as assessments
from sidamping.rules.instruments import instrument

ASSESSOR, SECOND, DECIDER, COORDINATOR, MENTOR = "asesor", "asesor2", "dinas-sikka", "yosef", "ratna"
HEALTH, COMPETENCE = "ksp-health", "mentor-competence"
THOUSAND = 1000


def tell_assessments(first: Month) -> None:
    """All rounds of the second month of the story, when the assessor travels."""
    month = first.next
    told = chapter("assessments")
    _outside(told["outside"], month)
    for key, row in told["health"].items():
        _health(key, row, month)
    _half_filled(told["half_filled"], month)
    _pair(told["pair"], month)
    _competence(told["competence"], month)


def _health(key: str, row: dict[str, Any], month: Month) -> None:
    """Filled and handed in by the assessor; with a second or a self view where the story has one."""
    day = working_day(month, row["day"])
    round_id = _open(key, HEALTH, day, _year_end(row), party_id=cooperative_id(row["cooperative"]))
    _fill(ASSESSOR, round_id, day, _answers(row, row["lacking"]), row.get("notes", {}))
    if "second_lacking" in row:
        _invite(round_id, "second", SECOND, day)
        _fill(SECOND, round_id, day, _answers(row, row["second_lacking"]))
        _hand_in(SECOND, round_id, day)
    if "self_lacking" in row:
        _invite(round_id, "self", chair_account(0), day)
        _fill(chair_account(0), round_id, day, _answers(row, row["self_lacking"]))
        _hand_in(chair_account(0), round_id, day)
    _hand_in(ASSESSOR, round_id, day)
    if "remark" in row:
        _decide(DECIDER, round_id, day + timedelta(days=2), row["remark"])


def _half_filled(row: dict[str, Any], month: Month) -> None:
    day = working_day(month, 20)
    round_id = _open("half", HEALTH, day, _year_end(row), party_id=cooperative_id(row["cooperative"]))
    _fill(ASSESSOR, round_id, day, _amounts(row))


def _pair(row: dict[str, Any], month: Month) -> None:
    """The baseline is decided; the final one stands open on the same version."""
    day = working_day(month, 4)
    party = cooperative_id(row["cooperative"])
    answers = {f"answers.{key}.1": answer for key, answer in row["answers"].items()}
    baseline = _open("baseline", row["instrument"], day, day, MENTOR, party_id=party, purpose="baseline")
    _fill(MENTOR, baseline, day, answers)
    _hand_in(MENTOR, baseline, day)
    _decide(COORDINATOR, baseline, day + timedelta(days=1), "")
    later = working_day(month.next, 12)
    final = {"party_id": party, "purpose": "final", "pair_id": baseline}
    _open("final", row["instrument"], later, later, MENTOR, **final)


def _competence(row: dict[str, Any], month: Month) -> None:
    day = working_day(month, 16)
    marks = {f"inputs.{key}": str(mark) for key, mark in {**row["marks"], **row["levels"]}.items()}
    round_id = _open("competence", COMPETENCE, day, day, mentor_id=user_id(row["mentor"]))
    _fill(ASSESSOR, round_id, day, {**_all_yes(COMPETENCE, day), **marks})
    _hand_in(ASSESSOR, round_id, day)
    _decide(SECOND, round_id, day + timedelta(days=1), row["remark"])


def _outside(rows: Iterable[dict[str, Any]], month: Month) -> None:
    day = working_day(month, 3)
    for row in rows:
        draft = assessments.OutsideDraft(
            id=named("outside", row["key"]), party_id=cooperative_id(row["cooperative"]), instrument=row["instrument"],
            issuer=row["issuer"], number=row["number"], issued_on=row["issued_on"], valid_until=row["valid_until"],
            predicate=row["predicate"], total=Decimal(row["total"]) if "total" in row else None, note=row["note"],
        )
        assessments.record_outside(by=viewer(ASSESSOR, day), draft=draft, on=day)


def _open(key: str, name: str, day: date, as_of: date, who: str = ASSESSOR, **about: Any) -> UUID:
    draft = assessments.AssessmentDraft(id=named("assessment", key), instrument=name, as_of=as_of, **about)
    return assessments.open_assessment(by=viewer(who, day), draft=draft, on=day)


def _fill(
    who: str, round_id: UUID, day: date, values: Mapping[str, str], notes: Mapping[str, str] | None = None
) -> None:
    assessments.save_filling(
        by=viewer(who, day), assessment=round_id, values=values, notes=notes or {}, seen=0, now=moment(day, 14)
    )


def _invite(round_id: UUID, part: str, who: str, day: date) -> None:
    assessments.invite(by=viewer(ASSESSOR, day), assessment=round_id, part=part, user_id=user_id(who))


def _hand_in(who: str, round_id: UUID, day: date) -> None:
    assessments.submit_filling(by=viewer(who, day), assessment=round_id, now=moment(day, 16))


def _decide(who: str, round_id: UUID, day: date, remark: str) -> None:
    assessments.decide(
        by=viewer(who, day), assessment=round_id, seen_ordinal=1, now=moment(day, 10), remark=remark
    )


def _answers(row: dict[str, Any], lacking: Iterable[str]) -> dict[str, str]:
    no = {f"answers.{key}": "tidak" for key in lacking}
    return {**_amounts(row), **_all_yes(HEALTH, _year_end(row)), **no}


def _amounts(row: dict[str, Any]) -> dict[str, str]:
    return {f"inputs.{key}": str(amount * THOUSAND) for key, amount in row["amounts"].items()}


@cache
def _all_yes(name: str, on: date) -> dict[str, str]:
    asked = (item for section in sheet(instrument(name, on)) for item in section.items)
    return {item.key: "ya" for item in asked if item.kind == "yesno"}


def _year_end(row: dict[str, Any]) -> date:
    return date(row["year"], 12, 31)
