"""The days of a month with what happens on them: for the strip of the plan, the calendar and the mentor's home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries.lines import PlanLine

SUNDAY = 6
MOST_DOTS = 3
"""So many dots of a kind tell that there is much to do; more would only be narrower."""


@dataclass(frozen=True)
class Day:
    """One day: its dots (visit, late, planned), the same in words, and where it leads."""

    on: date
    dots: tuple[str, ...]
    words: str
    url: str
    today: bool
    off: bool


def days_of(
    month: Month, items: Iterable[PlanLine], visited: Iterable[date], on: date, link: Callable[[date], str]
) -> list[Day]:
    """Every day of the month in order; a day with something on it leads where `link` says ('' is nowhere)."""
    planned = Counter(item.planned_on for item in items if not item.dropped_on and not item.realised)
    made = Counter(visited)
    return [_day(day, planned[day], made[day], on, link) for day in month.days()]


def _day(day: date, planned: int, visited: int, on: date, link: Callable[[date], str]) -> Day:
    waiting = "late" if day < on else "planned"
    words = []
    if visited:
        words.append(ngettext("%(n)s kunjungan", "%(n)s kunjungan", visited) % {"n": visited})
    if planned:
        words.append(ngettext("%(n)s rencana", "%(n)s rencana", planned) % {"n": planned})
    dots = ("visit",) * min(visited, MOST_DOTS) + (waiting,) * min(planned, MOST_DOTS)
    return Day(day, dots, ", ".join(words), link(day) if dots else "", day == on, day.weekday() == SUNDAY)
