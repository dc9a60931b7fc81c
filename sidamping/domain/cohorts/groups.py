"""Groups proposed for a session: mentees who share an open problem of one category in one district (A7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class OpenProblem:
    """An open problem of a mentee: its category and the district ('53.01.02') the mentee lives in; 1 = most urgent."""

    mentee: str
    category: str
    district: str
    priority: int = 5


@dataclass(frozen=True)
class Group:
    """Mentees who could meet, the most urgent first, with what they share and where."""

    category: str
    district: str
    mentees: tuple[str, ...]
    most_urgent: int


def proposed_groups(problems: Iterable[OpenProblem], *, least: int = 2, most: int | None = None) -> tuple[Group, ...]:
    """The larger groups first; a group beyond `most` is cut into parts as even as can be. Nobody stands in it twice."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for one in problems:
        own = found.setdefault((one.category, one.district), {})
        own[one.mentee] = min(own.get(one.mentee, one.priority), one.priority)
    made = []
    for (category, district), mentees in found.items():
        ordered = sorted(mentees, key=lambda name: (mentees[name], name))
        for part in _parts(ordered, most):
            if len(part) >= least:
                made.append(Group(category, district, tuple(part), mentees[part[0]]))
    return tuple(sorted(made, key=lambda one: (-len(one.mentees), one.most_urgent, one.category, one.district,
                                               one.mentees)))


def _parts(ordered: list[str], most: int | None) -> list[list[str]]:
    if most is None or len(ordered) <= most:
        return [ordered]
    count = -(-len(ordered) // most)
    return [ordered[at::count] for at in range(count)]
