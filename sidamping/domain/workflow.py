"""The path of a mentoring: from a programme's steps and dated records to stations done, next, late or waiting.

Gates are stated by the programme file; a waiting station says for which steps it waits (E20, D1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

DONE, NEXT, LATE, WAITING = "done", "next", "late", "waiting"


class Timing(Protocol):
    """When a step should be done: so many days after another step, or after the start ('')."""

    @property
    def after(self) -> str: ...
    @property
    def days(self) -> int | None: ...


class Stage(Protocol):
    """What a path needs to know of a step; `rules.books.Step` fits."""

    @property
    def code(self) -> str: ...
    @property
    def needs(self) -> Sequence[str]: ...
    @property
    def when(self) -> Timing: ...


@dataclass(frozen=True)
class Station:
    """A step on the line: its state, the day it was first done, the day it is due, and what it waits for."""

    step: str
    state: str
    done_on: date | None = None
    due: date | None = None
    waits_for: tuple[str, ...] = ()


def path(steps: Iterable[Stage], records: Iterable[tuple[str, date]], starts: date, on: date) -> tuple[Station, ...]:
    """The stations in the programme's order as they stood on a day; records after that day are not counted yet."""
    first = first_days(records, on)
    return tuple(_station(step, first, starts, on) for step in steps)


def first_days(records: Iterable[tuple[str, date]], on: date) -> dict[str, date]:
    """The first day each step was recorded, up to and including a day."""
    first: dict[str, date] = {}
    for step, day in records:
        if day <= on and (step not in first or day < first[step]):
            first[step] = day
    return first


def missing(needs: Iterable[str], done: Iterable[str]) -> tuple[str, ...]:
    """The steps of a gate that are not done yet, in the gate's order."""
    have = set(done)
    return tuple(step for step in needs if step not in have)


def _station(step: Stage, first: Mapping[str, date], starts: date, on: date) -> Station:
    due = _due(step, first, starts)
    if step.code in first:
        return Station(step.code, DONE, first[step.code], due)
    waits = missing(step.needs, first)
    if waits:
        return Station(step.code, WAITING, None, due, waits)
    return Station(step.code, LATE if due is not None and on > due else NEXT, None, due)


def _due(step: Stage, first: Mapping[str, date], starts: date) -> date | None:
    if step.when.days is None:
        return None
    base = first.get(step.when.after) if step.when.after else starts
    return None if base is None else base + timedelta(days=step.when.days)
