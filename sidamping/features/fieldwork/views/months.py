"""The days of a month with what happens on them, for the strip of the plan and the grid of the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.translation import ngettext

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import PlanLine, VisitLine

SUNDAY = 6


@dataclass(frozen=True)
class Day:
    """One day: its dots, the same in words, and where it leads."""

    on: date
    dots: tuple[str, ...]
    words: str
    url: str
    today: bool
    off: bool


def month_or_404(text: str, on: date) -> Month:
    """The month of the address; without one, the month of today."""
    try:
        return Month.parse(text) if text else Month.of(on)
    except ValueError:
        raise Http404 from None


def days_of(
    month: Month, items: Iterable[PlanLine], made: Iterable[VisitLine], on: date, listed: Container[date] | None = None
) -> list[Day]:
    """Every day of the month in order; a day leads to its place on the page when the page lists it."""
    planned: dict[date, list[PlanLine]] = defaultdict(list)
    visited: dict[date, int] = defaultdict(int)
    for item in items:
        if not item.dropped_on and not item.realised:
            planned[item.planned_on].append(item)
    for line in made:
        visited[line.visited_on] += 1
    return [
        _day(day, len(planned[day]), visited[day], on, listed is None or day in listed) for day in month.days()
    ]


def weeks_of(month: Month, days: list[Day]) -> list[list[Day | None]]:
    """The month as rows from Monday to Sunday; None before the first and after the last day."""
    cells: list[Day | None] = [None] * month.start.weekday() + list(days)
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


def _day(day: date, planned: int, visited: int, on: date, listed: bool) -> Day:
    waiting = "late" if day < on else "planned"
    words = []
    if visited:
        words.append(ngettext("%(n)s kunjungan", "%(n)s kunjungan", visited) % {"n": visited})
    if planned:
        words.append(ngettext("%(n)s rencana", "%(n)s rencana", planned) % {"n": planned})
    dots = ("visit",) * min(visited, 3) + (waiting,) * min(planned, 3)
    url = f"#hari-{day}" if dots and listed else ""
    return Day(day, dots, ", ".join(words), url, day == on, day.weekday() == SUNDAY)
