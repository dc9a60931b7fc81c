"""The funnel of a programme: how many mentees passed each step, are late or were stopped at it, by any group (B14).

Counts only, each with the ids behind it, so that every figure opens down to its records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidamping.domain.workflow import LATE, STOPPED, Station


@dataclass(frozen=True)
class Walked:
    """A mentee's path as it stands, and the group it is counted in (a region, a theme, a cohort)."""

    mentee: str
    stations: Sequence[Station]
    group: str = ""


@dataclass(frozen=True)
class Level:
    """A step of the funnel: who has passed it, who is late at it, who was stopped at it."""

    step: str
    passed: tuple[str, ...]
    late: tuple[str, ...]
    stopped: tuple[str, ...]


@dataclass(frozen=True)
class Funnel:
    """The levels of one group, with how many mentees were counted."""

    group: str
    mentees: tuple[str, ...]
    levels: tuple[Level, ...]

    def level(self, step: str) -> Level:
        return next(one for one in self.levels if one.step == step)


def funnels(walked: Iterable[Walked], steps: Sequence[str]) -> tuple[Funnel, ...]:
    """One funnel for each group, in order of name; mentees in the order they were handed in."""
    groups: dict[str, list[Walked]] = {}
    for one in walked:
        groups.setdefault(one.group, []).append(one)
    return tuple(
        Funnel(name, tuple(one.mentee for one in own), tuple(_level(step, own) for step in steps))
        for name, own in sorted(groups.items())
    )


def _level(step: str, own: Sequence[Walked]) -> Level:
    at = {one.mentee: next((station for station in one.stations if station.step == step), None) for one in own}
    return Level(
        step,
        tuple(name for name, station in at.items() if station is not None and station.passed),
        tuple(name for name, station in at.items() if station is not None and station.state == LATE),
        tuple(name for name, station in at.items() if station is not None and station.state == STOPPED),
    )
