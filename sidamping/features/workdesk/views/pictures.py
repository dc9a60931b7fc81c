"""The month as a strip of days with a dot per planned visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import PlanLine

SUNDAY = 6
MOST_DOTS = 3


@dataclass(frozen=True)
class Day:
    """A day of the strip: its dots are done, late or planned."""

    on: date
    today: bool
    off: bool
    dots: tuple[str, ...]
    words: str
    url: str


def month_strip(items: Iterable[PlanLine], on: date) -> tuple[Day, ...]:
    """Every day of the month of `on`."""
    by_day: dict[date, list[PlanLine]] = defaultdict(list)
    for item in items:
        by_day[item.planned_on].append(item)
    month = Month.of(on)
    url = reverse("plan", args=[str(month.start)[:7]])
    return tuple(_day(day, by_day[day], on, url) for day in month.days())


def _day(day: date, items: list[PlanLine], on: date, url: str) -> Day:
    dots = tuple("done" if one.realised else "late" if day < on else "planned" for one in items)
    words = ngettext("%(count)s rencana", "%(count)s rencana", len(items)) % {"count": len(items)} if items else ""
    return Day(day, day == on, day.weekday() == SUNDAY, dots[:MOST_DOTS], words, url if items else "")
