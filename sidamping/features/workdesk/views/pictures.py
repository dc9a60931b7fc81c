"""The month as a strip of days with a dot per planned visit; a mentor's work as tables with bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import PlanLine
from sidamping.features.workdesk.queries import MentorProfile

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


@dataclass(frozen=True)
class Bar:
    """A line of a table: the code, how many visits, and its length from 0 to 100 against the longest."""

    code: str
    count: int
    length: int


@dataclass(frozen=True)
class BarTable:
    """A table of bars: its title and the list that names its codes."""

    title: str | Promise
    listing: str
    bars: tuple[Bar, ...]


def profile_tables(found: MentorProfile) -> tuple[BarTable, ...]:
    """Roles, topics and ways of meeting."""
    work = found.work
    return (
        BarTable(_("Peran yang dijalankan"), "mentor-roles", _bars(work.roles)),
        BarTable(_("Topik pendampingan"), "mentoring-topics", _bars(work.topics)),
        BarTable(_("Cara bertemu"), "visit-modes", _bars(work.modes)),
    )


def _bars(counts: tuple[tuple[str, int], ...]) -> tuple[Bar, ...]:
    longest = max((count for _code, count in counts), default=1)
    return tuple(Bar(code, count, round(100 * count / longest)) for code, count in counts)
