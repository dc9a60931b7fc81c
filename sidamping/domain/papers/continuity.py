"""The continuity lock: 'up to last month' is last month's accepted 'to date' and changes only by a told correction.

Not reported is None and never 0; a stock's 'to date' is its closing figure, a flow's is the sum of the months (E17).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sidamping.domain.money import grouped, rupiah
from sidamping.domain.papers import words
from sidamping.domain.papers.layout import Line
from sidamping.domain.problems import Problem, problem

Value = int | None


@dataclass(frozen=True)
class Opening:
    """Closing figures of the earlier paper this one continues from: its revision, number and month."""

    values: Mapping[str, Value]
    revision: UUID
    label: str
    number: str = ""


@dataclass(frozen=True)
class Correction:
    """A change of a locked starting value, entered in this month's paper: what it was, becomes, and why."""

    line: str
    old: Value
    new: Value
    reason: str


@dataclass(frozen=True)
class Figures:
    """What the mentor typed: opening (first report only), this month, reasons for lines without data, remarks.

    For a flow `now` is the month's sum; for a stock it is the closing figure at the end of the month.
    """

    opening: Mapping[str, int] = field(default_factory=dict)
    now: Mapping[str, int] = field(default_factory=dict)
    absent: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One line worked out: up to last month, this month, to date; None where it is not reported."""

    line: Line
    before: Value
    now: Value
    to_date: Value
    correction: Correction | None = None


def readings(lines: Iterable[Line], opening: Opening | None, figures: Figures) -> tuple[Reading, ...]:
    """Every line worked out from the locked or typed start and this month's entries."""
    corrected = {one.line: one for one in figures.corrections}
    start = opening.values if opening else figures.opening
    return tuple(_reading(line, start.get(line.code), figures, corrected.get(line.code)) for line in lines)


def faults(lines: Sequence[Line], opening: Opening | None, figures: Figures) -> tuple[Problem, ...]:
    """Everything wrong in what is typed; an unfinished line is no fault, a negative or a broken lock is."""
    found: list[Problem] = []
    for reading in readings(lines, opening, figures):
        found += _impossible(reading, figures)
    found += _lock(lines, opening, figures)
    return tuple(found)


def missing(lines: Sequence[Line], opening: Opening | None, figures: Figures) -> tuple[Problem, ...]:
    """Lines neither filled nor marked 'tidak ada data' with a reason; opening figures of a first report."""
    found: list[Problem] = []
    for line in lines:
        if line.code in figures.absent:
            if not figures.absent[line.code].strip():
                found.append(problem("PAPERS_006", f"absent.{line.code}", label=line.label))
            continue
        if opening is None and line.code not in figures.opening:
            found.append(problem("PAPERS_010", f"opening.{line.code}", label=line.label))
        if line.code not in figures.now:
            found.append(problem("PAPERS_005", f"now.{line.code}", label=line.label))
    return tuple(found)


def closing(content: Mapping[str, Any]) -> dict[str, Value]:
    """The 'to date' figures printed in a frozen development report, by line code."""
    return {row["key"]: row["cells"]["to_date"]["value"] for row in _rows(content)}


def started(content: Mapping[str, Any]) -> dict[str, Value]:
    """The figures a frozen report started from, before its own corrections."""
    return {row["key"]: row["started"] for row in _rows(content)}


def breaks(content: Mapping[str, Any], accepted: Mapping[str, Value]) -> tuple[Problem, ...]:
    """Lines whose printed start no longer equals what the month before now says, corrections taken out."""
    found = []
    for row in _rows(content):
        started = row["started"]
        if row["key"] in accepted and accepted[row["key"]] != started:
            values = {"seen": shown(started, row["unit"]), "locked": shown(accepted[row["key"]], row["unit"])}
            found.append(problem("PAPERS_023", f"before.{row['key']}", label=row["cells"]["item"], **values))
    return tuple(found)


def shown(value: Value, unit: str) -> str:
    """A figure as printed: rupiah or a plain count; 'tidak ada data' for what was not reported."""
    if value is None:
        return words.NO_DATA
    return rupiah(value) if unit == "rupiah" else grouped(value)


def _reading(line: Line, start: Value, figures: Figures, correction: Correction | None) -> Reading:
    before = correction.new if correction else start
    typed = None if line.code in figures.absent else figures.now.get(line.code)
    if line.is_stock:
        change = typed - before if typed is not None and before is not None else None
        return Reading(line, before, change, typed, correction)
    to_date = before + typed if typed is not None and before is not None else None
    return Reading(line, before, typed, to_date, correction)


def _impossible(reading: Reading, figures: Figures) -> list[Problem]:
    line = reading.line
    if line.signed:
        return []
    typed = {"opening": figures.opening.get(line.code), "now": figures.now.get(line.code)}
    if reading.correction:
        typed["corrections"] = reading.correction.new
    found = [
        problem("PAPERS_007", f"{part}.{line.code}", label=line.label, seen=shown(value, line.unit))
        for part, value in typed.items()
        if value is not None and value < 0
    ]
    if not found and reading.to_date is not None and reading.to_date < 0:
        seen = shown(reading.to_date, line.unit)
        found.append(problem("PAPERS_015", f"now.{line.code}", label=line.label, seen=seen))
    return found


def _lock(lines: Sequence[Line], opening: Opening | None, figures: Figures) -> list[Problem]:
    known = {line.code: line for line in lines}
    locked: Mapping[str, Value] = opening.values if opening else {}
    found = []
    for code, value in figures.opening.items():
        if opening and code in known and locked.get(code) != value:
            line = known[code]
            seen, held = shown(value, line.unit), shown(locked.get(code), line.unit)
            found.append(problem("PAPERS_011", f"opening.{code}", label=line.label, locked=held, seen=seen))
    for one in figures.corrections:
        found += _correction(one, known.get(one.line), opening)
    return found


def _correction(one: Correction, line: Line | None, opening: Opening | None) -> list[Problem]:
    where = f"corrections.{one.line}"
    if line is None or opening is None or one.new == one.old or one.new is None:
        return [problem("PAPERS_014", where, label=line.label if line else one.line)]
    found = []
    locked = opening.values.get(one.line)
    if one.old != locked:
        seen, held = shown(one.old, line.unit), shown(locked, line.unit)
        found.append(problem("PAPERS_013", where, label=line.label, seen=seen, locked=held))
    if not one.reason.strip():
        found.append(problem("PAPERS_012", where, label=line.label))
    return found


def _rows(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [row for section in content["sections"] if section["key"] == "lines" for row in section["rows"]]
