"""Whether somebody keeps records regularly: days with entries, week by week, against a rule of the rulebook (S2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

MOST_WORKERS = 999
"""More people than any small business has; whoever types more has typed an amount."""


@dataclass(frozen=True)
class Regularly:
    """So many days of a week, in so many of the last weeks."""

    days: int
    weeks: int
    seen: int


@dataclass(frozen=True)
class Week:
    """A week from Monday on with its days of entries."""

    starts: date
    days: int
    kept: bool


@dataclass(frozen=True)
class Regularity:
    """The last whole weeks, the oldest first, and whether enough of them were kept."""

    weeks: tuple[Week, ...]
    kept: int
    has_records: bool


def regularity(days: Collection[date], at: date, rule: Regularly) -> Regularity:
    """Looks at the last whole weeks before the week of `at`; a day counts once, however many entries it has."""
    monday = at - timedelta(days=at.weekday())
    found = set(days)
    weeks = []
    for back in range(rule.seen, 0, -1):
        starts = monday - timedelta(weeks=back)
        count = sum(starts + timedelta(days=day) in found for day in range(7))
        weeks.append(Week(starts, count, count >= rule.days))
    kept = sum(one.kept for one in weeks)
    return Regularity(tuple(weeks), kept, kept >= rule.weeks)
