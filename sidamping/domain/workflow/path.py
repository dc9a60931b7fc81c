"""The path of a mentoring: from a programme's steps and dated records to stations done, next, late, overridden.

Gates are stated by the programme file; a waiting station says for which steps, or for which unknown facts, it waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sidamping.domain.periods import after_months

DONE, NEXT, LATE, WAITING = "done", "next", "late", "waiting"
OVERRIDDEN, NOT_NEEDED, STOPPED = "overridden", "not_needed", "stopped"
"""A step that was stopped came to an outcome on which nothing may follow: not passed, not confirmed, not yet."""
WAIVED, REVERSED = "waived", "reversed"
"""Kinds of records besides DONE: a step left out by a named person with a reason, and a record taken back."""
PASSED = frozenset({DONE, OVERRIDDEN, NOT_NEEDED})


class Timing(Protocol):
    """When a step should be done: so many days and months after another step, or after the start ('')."""

    @property
    def after(self) -> str: ...
    @property
    def days(self) -> int | None: ...
    @property
    def months(self) -> int | None: ...


class Stage(Protocol):
    """What a path needs to know of a step; `rules.programme_forms.Step` fits.

    `applies`: fact → the values it is meant for; `stops`: outcomes on which nothing may follow.
    """

    @property
    def code(self) -> str: ...
    @property
    def needs(self) -> Sequence[str]: ...
    @property
    def when(self) -> Timing: ...
    @property
    def applies(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def stops(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Record:
    """One dated act on a step. Records are only ever added; `why` is the reason of an override or a reversal."""

    step: str
    on: date
    kind: str = DONE
    by: str = ""
    why: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Station:
    """A step on the line: its state, the day it was first done, the day it is due, and what it waits for."""

    step: str
    state: str
    done_on: date | None = None
    due: date | None = None
    waits_for: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    by: str = ""
    why: str = ""
    outcome: str = ""

    @property
    def passed(self) -> bool:
        """Whether steps behind it may begin."""
        return self.state in PASSED

    @property
    def days_late(self) -> int:
        """By how many days it was done after it was due; 0 when in time, not done, or without a date."""
        return max((self.done_on - self.due).days, 0) if self.done_on and self.due else 0


Said = Record | tuple[str, date]
"""A record, or in short the step and the day it was done."""


def path(
    steps: Iterable[Stage], records: Iterable[Said], starts: date, on: date, facts: Mapping[str, str] | None = None
) -> tuple[Station, ...]:
    """The stations in the programme's order as they stood on a day; records after that day are not counted yet."""
    line = tuple(steps)
    first = standing(records, on, {one.code: one.stops for one in line})
    known = facts or {}
    passed = {one.code: first[one.code].on for one in line
              if one.code in first and first[one.code].outcome not in one.stops}
    for one in line:
        if one.code not in passed and _left_out(one, known):
            passed[one.code] = date.min
    return tuple(_station(one, first.get(one.code), passed, starts, on, known) for one in line)


def standing(
    records: Iterable[Said], on: date, stops: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Record]:
    """The first record of each step that holds on a day; what was taken back, or stopped and then taken up, does not.

    `stops` says which outcomes of a step a later record may put right.
    """
    ends = stops or {}
    held: dict[str, Record] = {}
    told = [one if isinstance(one, Record) else Record(*one) for one in records]
    for one in sorted((one for one in told if one.on <= on), key=lambda one: one.on):
        if one.kind == REVERSED:
            held.pop(one.step, None)
        elif one.step not in held or held[one.step].outcome in ends.get(one.step, ()):
            held[one.step] = one
    return held


def first_days(records: Iterable[Said], on: date) -> dict[str, date]:
    """The first day each step was recorded, up to and including a day."""
    return {step: one.on for step, one in standing(records, on).items()}


def missing(needs: Iterable[str], done: Iterable[str]) -> tuple[str, ...]:
    """The steps of a gate that are not done yet, in the gate's order."""
    have = set(done)
    return tuple(step for step in needs if step not in have)


def waits(needs: Iterable[str], stations: Iterable[Station]) -> tuple[str, ...]:
    """The steps of a gate that no station has passed: neither done, nor overridden, nor left out by the facts."""
    return missing(needs, (one.step for one in stations if one.passed))


def _left_out(step: Stage, facts: Mapping[str, str]) -> bool:
    return any(fact in facts and facts[fact] not in meant for fact, meant in step.applies.items())


def _station(
    step: Stage, record: Record | None, passed: Mapping[str, date], starts: date, on: date, facts: Mapping[str, str]
) -> Station:
    due = _due(step, passed, starts)
    if record is not None:
        return Station(step.code, _reached(step, record, passed), record.on, due, (), (), record.by, record.why,
                       record.outcome)
    if step.code in passed:
        return Station(step.code, NOT_NEEDED)
    shut = missing(step.needs, passed)
    unknown = tuple(fact for fact in step.applies if fact not in facts)
    if shut or unknown:
        return Station(step.code, WAITING, None, due, shut, unknown)
    return Station(step.code, LATE if due is not None and on > due else NEXT, None, due)


def _reached(step: Stage, record: Record, passed: Mapping[str, date]) -> str:
    if record.kind == WAIVED:
        return OVERRIDDEN
    if record.outcome in step.stops:
        return STOPPED
    early = [one for one in step.needs if passed.get(one, date.max) > record.on]
    return OVERRIDDEN if record.why and early else DONE


def _due(step: Stage, passed: Mapping[str, date], starts: date) -> date | None:
    when = step.when
    if when.days is None and when.months is None:
        return None
    base = passed.get(when.after) if when.after else starts
    if base is None or base == date.min:
        return None
    return after_months(base, when.months or 0) + timedelta(days=when.days or 0)
