"""Whether a mentor may begin: induction attended, certificates that hold, room left, no conflict (B4, A13, C13)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sidamping.domain.problems import Problem, problem

BEFORE = "before"
VALID, EXPIRING, EXPIRED = "valid", "expiring", "expired"


class Taught(Protocol):
    """A session of the induction; `rules.programme_forms.Session` fits."""

    @property
    def code(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def required(self) -> bool: ...


def missing_sessions(sessions: Iterable[Taught], attended: Collection[str]) -> tuple[str, ...]:
    """The required sessions before fieldwork that the mentor has not attended, in the programme's order."""
    return tuple(one.code for one in sessions
                 if one.required and one.phase == BEFORE and one.code not in attended)


@dataclass(frozen=True)
class Certificate:
    """A certificate of competence; without an end it does not expire."""

    scheme: str
    number: str
    issued: date
    expires: date | None = None

    def state(self, on: date, warn_days: int) -> str:
        """Valid through its last day; expiring from so many days before it."""
        if self.expires is None:
            return VALID
        if on > self.expires:
            return EXPIRED
        return EXPIRING if on >= self.expires - timedelta(days=warn_days) else VALID


@dataclass(frozen=True)
class Wish:
    """An assignment somebody wants to make: names for messages, the load now, the most allowed, what is against it.

    `conflict` are the kinds of interest found; `waived` says that another person let them in.
    """

    mentor: str
    mentee: str
    carries: int
    most: int
    conflict: tuple[str, ...] = ()
    waived: bool = False
    why_over: str = ""


def assignment_faults(wish: Wish) -> list[Problem]:
    """A mentor over capacity needs a reason; one in conflict needs another person to let it in."""
    faults = []
    if wish.carries >= wish.most and not wish.why_over.strip():
        faults.append(problem("PROGRAMMES_063", "mentor", mentor=wish.mentor, seen=wish.carries, most=wish.most))
    if wish.conflict and not wish.waived:
        faults.append(problem("PROGRAMMES_059", "mentor", mentor=wish.mentor, mentee=wish.mentee))
    return faults
