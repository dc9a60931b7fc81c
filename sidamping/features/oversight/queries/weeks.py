"""The daily journal per mentor and week: on which working days nothing was written (B10)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.features.fieldwork.queries import days_written
from sidamping.features.programmes.queries import Carried, carried_between, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books

WORKING_DAYS = 5
DAILY = 1


@dataclass(frozen=True)
class DayLine:
    """A day of a mentor: how many entries, whether one was to be expected, whether it is still to come."""

    day: date
    count: int
    expected: bool
    ahead: bool

    @property
    def missing(self) -> bool:
        return self.expected and not self.ahead and not self.count


@dataclass(frozen=True)
class WeekLine:
    """A mentor's week; `daily` when a programme carried that week asks for a journal each day."""

    mentor_id: UUID
    mentor: str
    daily: bool
    days: tuple[DayLine, ...]

    @property
    def missing(self) -> int:
        return sum(one.missing for one in self.days)

    @property
    def written(self) -> int:
        """Working days with an entry."""
        return sum(one.expected and not one.ahead and one.count > 0 for one in self.days)

    @property
    def expected(self) -> int:
        """Working days so far on which the mentor carried somebody."""
        return sum(one.expected and not one.ahead for one in self.days)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def journal_weeks(viewer: Viewer, week: date, area: str = "") -> tuple[WeekLine, ...]:
    """Every mentor of the viewer's territory, or of an area of it, who carried somebody that week, those with most
    missing days first.
    """
    if not viewer.has(*roles.OVERSEERS):
        return ()
    start = monday_of(week)
    end = start + timedelta(days=6)
    stretches: dict[tuple[UUID, str], list[Carried]] = defaultdict(list)
    within = engagement_ids(viewer).filter(village__code__startswith=area)
    for one in carried_between(start, end, engagements=within):
        stretches[one.mentor_id, one.mentor_name].append(one)
    written = days_written(viewer, start, end, (mentor for mentor, _name in stretches))
    daily = {one.code for one in books.programmes(viewer.on) if _daily(one.code, viewer.on)}
    lines = (
        WeekLine(
            mentor, name, any(one.programme in daily for one in own),
            tuple(_day(start + timedelta(days=n), own, written, mentor, viewer.on) for n in range(7)),
        )
        for (mentor, name), own in stretches.items()
    )
    return tuple(sorted(lines, key=lambda one: (not one.daily, -one.missing, one.mentor)))


def _daily(programme: str, on: date) -> bool:
    book = next(one for one in books.programmes(on) if one.code == programme)
    return any(one.every_days == DAILY and roles.MENTOR in one.owners for one in book.monitoring)


def _day(
    day: date, own: list[Carried], written: dict[tuple[UUID, date], int], mentor: UUID, today: date
) -> DayLine:
    carried = any(one.starts <= day and (one.ends is None or one.ends >= day) for one in own)
    return DayLine(day, written.get((mentor, day), 0), carried and day.weekday() < WORKING_DAYS, day > today)
