"""Whom to visit next, and why. A reason is a code with values; the order follows the reasons, not a hidden score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

URGENT = 2
"""Problems of priority 1 and 2 are urgent (lists/priority-levels: 1 = highest)."""


@dataclass(frozen=True)
class Candidate:
    """A mentee as the mentor's records show them; `unseen_after` is the contact rule in days, None without a rule."""

    engagement_id: UUID
    name: str
    starts: date
    priority: int
    last_seen: date | None = None
    unseen_after: int | None = None
    problem: str = ""
    problem_priority: int | None = None
    promise: str = ""
    promise_due: date | None = None
    planned_on: date | None = None


@dataclass(frozen=True)
class Reason:
    """`code`: problem, promise, unseen, never, priority; the values fill its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Suggestion:
    """A mentee to visit, with every reason that applies, the strongest first."""

    engagement_id: UUID
    name: str
    reasons: tuple[Reason, ...]
    planned_on: date | None


def suggest_visits(candidates: Iterable[Candidate], *, on: date, limit: int = 5) -> tuple[Suggestion, ...]:
    """Urgent problem before broken promise before long unseen before priority; without a reason no suggestion."""
    ranked = []
    for one in candidates:
        reasons = _reasons(one, on)
        if reasons and not (one.planned_on and one.planned_on == on):
            ranked.append((_rank(one, on), one, reasons))
    ranked.sort(key=lambda entry: entry[0])
    return tuple(
        Suggestion(one.engagement_id, one.name, reasons, one.planned_on) for _, one, reasons in ranked[:limit]
    )


def _reasons(one: Candidate, on: date) -> tuple[Reason, ...]:
    found = []
    if _urgent(one):
        found.append(Reason("problem", {"title": one.problem}))
    if _broken_days(one, on):
        found.append(Reason("promise", {"text": one.promise, "days": _broken_days(one, on)}))
    if one.unseen_after is not None and _unseen_days(one, on) > one.unseen_after:
        code = "unseen" if one.last_seen else "never"
        found.append(Reason(code, {"days": _unseen_days(one, on), "limit": one.unseen_after}))
    if one.priority == 1 and _unseen_days(one, on) > 0:
        found.append(Reason("priority", {"level": one.priority}))
    return tuple(found)


def _rank(one: Candidate, on: date) -> tuple[object, ...]:
    over = _unseen_days(one, on) - one.unseen_after if one.unseen_after is not None else 0
    return (
        one.problem_priority if _urgent(one) else URGENT + 1,
        -_broken_days(one, on),
        -max(0, over),
        one.priority,
        -_unseen_days(one, on),
        one.name,
    )


def _urgent(one: Candidate) -> bool:
    return one.problem_priority is not None and one.problem_priority <= URGENT


def _broken_days(one: Candidate, on: date) -> int:
    return max(0, (on - one.promise_due).days) if one.promise_due else 0


def _unseen_days(one: Candidate, on: date) -> int:
    return (on - (one.last_seen or one.starts)).days
