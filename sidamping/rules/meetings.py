"""What members' meetings and the registers of a cooperative ask of the rulebook, each for a day and an area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sidamping.domain.meetings.deadlines import LEGAL, ORDER, Deadline, due_after, due_of_year
from sidamping.domain.meetings.quorum import Share
from sidamping.rules.forms import Label
from sidamping.rules.in_force import in_force
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

MEETING, ANNUAL, BOOKS = "R-RAPAT", "R-RAT", "mandatory-books"


@dataclass(frozen=True)
class Column:
    """A column of a register that is written in the system."""

    key: str
    label: Label
    kind: str
    required: bool


@dataclass(frozen=True)
class BookForm:
    """A mandatory book: the room that keeps it (`kept`), or the columns it is written in."""

    code: str
    label: Label
    kept: str
    columns: tuple[Column, ...]


def share(key: str, on: date, area: str = "", articles: int | None = None) -> Share:
    """A share of members or votes, with what the articles ask beside it."""
    rule = in_force(MEETING, on=on, area=area)
    return Share(Fraction(rule.value(key)), rule.unit(key), rule.cite(key), rule.status_of(key), articles)


def invitation_days(on: date, area: str = "") -> tuple[int, RuleRef]:
    """How many days before a meeting its papers must be in the members' hands."""
    rule = in_force(MEETING, on=on, area=area)
    return int(rule.value("invitation")), ref(rule, "invitation")


def annual_deadlines(year: int, form: str, on: date, area: str = "") -> tuple[Deadline, ...]:
    """The deadlines that hold on a day for the meeting about a book year; `form` is primary or secondary."""
    return tuple(_deadlines(in_force(ANNUAL, on=on, area=area), year, form))


def result_due(held: date, area: str = "") -> Deadline | None:
    """Until when the results of a meeting are reported; None where no rule said so on that day."""
    rule, key = in_force(ANNUAL, on=held, area=area), "result-report"
    if key not in rule.data["values"]:
        return None
    return Deadline(key, due_after(int(rule.value(key)), held), rule.cite(key), rule.status_of(key))


def mandatory_books(on: date, area: str = "") -> tuple[tuple[BookForm, ...], RuleRef]:
    """The template of mandatory books on a day in an area, in its order."""
    file = in_force(BOOKS, on=on, area=area, kind="registers")
    return tuple(_book(row) for row in file.data["books"]), ref(file)


def _deadlines(rule: RuleFile, year: int, form: str) -> Iterator[Deadline]:
    for name in ORDER:
        key = name if name == LEGAL else f"{name}-{form}"
        if key in rule.data["values"]:
            due = due_of_year(rule.value(key), rule.unit(key), year)
            yield Deadline(name, due, rule.cite(key), rule.status_of(key))


def _book(row: Mapping[str, Any]) -> BookForm:
    columns = (
        Column(one["key"], Label(one["id"], one["en"]), one["kind"], one.get("required", False))
        for one in row.get("columns", ())
    )
    return BookForm(row["code"], Label(row["id"], row["en"]), row.get("kept", ""), tuple(columns))
