"""Conflicts of interest between a mentor and a mentee, found by identity number and by who lends (A13, C34).

A conflict keeps the pair out; only another person may let it in, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sidamping.domain.parties import digits
from sidamping.domain.problems import Problem, problem

SELF = "self"


@dataclass(frozen=True)
class Tie:
    """Somebody bound to a mentee: board, supervisor, manager or lender (lists/conflict-kinds)."""

    mentee: str
    kind: str
    nik: str
    name: str = ""


@dataclass(frozen=True)
class Conflict:
    """A mentor who is bound to a mentee, and how. Never shows the number it was found by."""

    mentor: str
    mentee: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Waiver:
    """A conflict let in by a named person with a reason."""

    mentor: str
    mentee: str
    by: str
    why: str


def conflicts(mentors: Mapping[str, str], ties: Iterable[Tie]) -> tuple[Conflict, ...]:
    """Mentor → identity number against every tie; empty numbers never agree."""
    by_number: dict[str, list[str]] = {}
    for mentor, nik in mentors.items():
        if number := digits(nik):
            by_number.setdefault(number, []).append(mentor)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for tie in ties:
        for mentor in by_number.get(digits(tie.nik), ()):
            found.setdefault((mentor, tie.mentee), {})[tie.kind] = None
    return tuple(Conflict(mentor, mentee, tuple(kinds)) for (mentor, mentee), kinds in sorted(found.items()))


def waiver_faults(waiver: Waiver, *, proposer: str, mentor_user: str) -> list[Problem]:
    """Whoever lets a conflict in is neither the mentor nor the one who asks for it, and says why."""
    faults = []
    if waiver.by in (proposer, mentor_user):
        faults.append(problem("PROGRAMMES_060", "by"))
    if not waiver.why.strip():
        faults.append(problem("PROGRAMMES_061", "why"))
    return faults
