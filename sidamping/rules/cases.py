"""Worked examples of the rulebook: what is given on a day, what must come out. They run as tests and in `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sidamping.domain.contact import unseen
from sidamping.domain.deadlines import DueRule, due_on, lateness
from sidamping.domain.meetings.deadlines import due_after, due_of_year
from sidamping.domain.meetings.quorum import Share
from sidamping.domain.parties import longest_end
from sidamping.domain.periods import parse_period
from sidamping.domain.problems import Problem, problem
from sidamping.rules.in_force import pick
from sidamping.rules.instrument_cases import scored_example
from sidamping.rules.loader import Book, RuleFile


@dataclass(frozen=True)
class Case:
    """One worked example and the file it stands in."""

    file: str
    name: str
    on: date
    area: str
    given: Mapping[str, Any]
    expect: Mapping[str, Any]


def cases(book: Book) -> Iterator[Case]:
    """Every worked example, in order of file."""
    for file in book.kind("cases"):
        for row in file.data["cases"]:
            day = date.fromisoformat(row["on"])
            yield Case(file.path, row["name"], day, row.get("area", ""), row["given"], row["expect"])


def failures(book: Book) -> list[Problem]:
    """The worked examples that do not come out as written."""
    return [fault for case in cases(book) for fault in failed(book, case)]


def failed(book: Book, case: Case) -> list[Problem]:
    """What is wrong with one example: an unknown calculation, or another result than expected."""
    kind = case.given.get("calculate", "")
    if kind not in CALCULATIONS:
        known = ", ".join(sorted(CALCULATIONS))
        return [problem("RULEBOOK_016", case.file, file=case.file, case=case.name, seen=kind, known=known)]
    seen = result(book, case)
    if seen == dict(case.expect):
        return []
    told = {"expected": dict(case.expect), "seen": seen}
    return [problem("RULEBOOK_011", case.file, file=case.file, case=case.name, **told)]


def result(book: Book, case: Case) -> dict[str, Any]:
    """What comes out; {'in_force': False} where no file holds on that day in that area."""
    rule = pick(book.of(case.given.get("kind", "rules"), case.given["rule"]), case.on, case.area)
    if rule is None:
        return {"in_force": False}
    return CALCULATIONS[case.given["calculate"]](rule, case)


def _value(rule: RuleFile, case: Case) -> dict[str, Any]:
    key = case.given["key"]
    return {"value": rule.value(key), "unit": rule.unit(key), "status": rule.status_of(key)}


def _due(rule: RuleFile, case: Case) -> dict[str, Any]:
    key = case.given["key"]
    day = due_on(DueRule(rule.value(key), rule.unit(key)), parse_period(str(case.given["period"])))
    return {"due": day.isoformat(), "late": lateness(day, date.fromisoformat(case.given["handed_in"])).late}


def _unseen(rule: RuleFile, case: Case) -> dict[str, Any]:
    last = date.fromisoformat(case.given["last_seen"])
    state = unseen(last, last, date.fromisoformat(case.given["today"]), rule.value(case.given["key"]))
    return {"days": state.days, "beyond": state.beyond}


def _term(rule: RuleFile, case: Case) -> dict[str, Any]:
    last = longest_end(date.fromisoformat(case.given["starts"]), rule.value(case.given["key"]))
    return {"within": date.fromisoformat(case.given["ends"]) <= last}


def _needed(rule: RuleFile, case: Case) -> dict[str, Any]:
    key = case.given["key"]
    return {"needed": Share(Fraction(rule.value(key)), rule.unit(key)).needed(case.given["of"])}


def _meeting_due(rule: RuleFile, case: Case) -> dict[str, Any]:
    """Counted from the end of the book year, or from the day the meeting was held."""
    key = case.given["key"]
    if "held" in case.given:
        return {"due": due_after(rule.value(key), date.fromisoformat(case.given["held"])).isoformat()}
    return {"due": due_of_year(rule.value(key), rule.unit(key), case.given["year"]).isoformat()}


def _file(rule: RuleFile, case: Case) -> dict[str, Any]:
    return {"file": rule.path}


def _scored(rule: RuleFile, case: Case) -> dict[str, Any]:
    return scored_example(rule, case.on, case.given, case.expect)


CALCULATIONS: dict[str, Callable[[RuleFile, Case], dict[str, Any]]] = {
    "value": _value,
    "due": _due,
    "unseen": _unseen,
    "term": _term,
    "file": _file,
    "needed": _needed,
    "meeting_due": _meeting_due,
    "score": _scored,
}
