"""The order in which a mentor turns to mentees: the urgent first, with reasons, and everybody in it (C7).

Nobody is left out: who needs no visit now gets tasks to do alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BREACHED, WARNED, PROBLEM, FALLING, SILENT, PRIORITY = "breached", "warned", "problem", "falling", "silent", "priority"
ORDER = (PROBLEM, BREACHED, WARNED, FALLING, SILENT, PRIORITY)
"""Reasons from the strongest to the weakest; one strong reason goes before any number of weaker ones."""
MOST_URGENT = 1


@dataclass(frozen=True)
class Case:
    """What is known of a mentee today; `problem` is the most urgent open one, `priority` 1 to 5."""

    mentee: str
    name: str
    priority: int = 3
    contact: str = ""
    problem: str = ""
    problem_priority: int = 5
    falling_percent: int | None = None
    silent_months: int = 0


@dataclass(frozen=True)
class Why:
    """A reason with the values its sentence needs."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """A mentee in the order; `urgent` ones are to be met, the others get tasks."""

    case: Case
    reasons: tuple[Why, ...]

    @property
    def urgent(self) -> bool:
        return any(one.code in (PROBLEM, BREACHED, WARNED, FALLING) for one in self.reasons)


def triage(cases: Iterable[Case]) -> tuple[Turn, ...]:
    """Every mentee once: by the strongest reason, then the number of reasons, priority and name."""
    return tuple(sorted((Turn(one, _reasons(one)) for one in cases), key=_place))


def _reasons(case: Case) -> tuple[Why, ...]:
    found = []
    if case.problem and case.problem_priority <= MOST_URGENT:
        found.append(Why(PROBLEM, {"title": case.problem}))
    if case.contact in (BREACHED, WARNED):
        found.append(Why(case.contact))
    if case.falling_percent:
        found.append(Why(FALLING, {"percent": case.falling_percent}))
    if case.silent_months:
        found.append(Why(SILENT, {"months": case.silent_months}))
    if case.priority <= MOST_URGENT:
        found.append(Why(PRIORITY, {"level": case.priority}))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.code)))


def _place(turn: Turn) -> tuple[int, int, int, str, str]:
    strongest = ORDER.index(turn.reasons[0].code) if turn.reasons else len(ORDER)
    return strongest, -len(turn.reasons), turn.case.priority, turn.case.name, turn.case.mentee
