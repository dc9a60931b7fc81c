"""The month as a strip of days with a dot per planned visit; a mentor's work as tables with bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import Day, PlanLine, days_of
from sidamping.features.workdesk.queries import MentorProfile


def month_strip(items: Sequence[PlanLine], on: date) -> list[Day]:
    """Every day of the month of `on`; each leads to the plan of the month."""
    month = Month.of(on)
    url = reverse("plan", args=[str(month.start)[:7]])
    return days_of(month, items, [one.planned_on for one in items if one.realised], on, lambda day: url)


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
