"""The days of the demonstration: working days near a wished day, and hours that are still free for a mentor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sidamping.domain.periods import Month
from sidamping.platform.http.clock import now

HOURS = (time(8, 0), time(11, 15), time(14, 30), time(18, 0), time(21, 15))
"""Starts that leave room for the longest visit of the story (three hours)."""
SUNDAY = 6
ZONE = ZoneInfo("Asia/Makassar")


def month_before(anchor: date, count: int) -> Month:
    """The month that lies `count` months before the anchor's."""
    month = Month.of(anchor)
    for _ in range(count):
        month = month.previous
    return month


def working_day(month: Month, day: int) -> date:
    """The day of the month, kept inside it; a Sunday becomes the Monday or, at the month's end, the Saturday."""
    wished = min(month.start + timedelta(days=day - 1), month.end)
    if wished.weekday() == SUNDAY:
        wished += timedelta(days=1 if wished < month.end else -1)
    return wished


def moment(day: date, hour: int = 20) -> datetime:
    """The aware moment at which something of that day is written down; of today, none after the story is told."""
    wished, told = datetime.combine(day, time(hour, 15), ZONE), now().astimezone(ZONE)
    return min(wished, told) if day == told.date() else wished


@dataclass
class Diary:
    """Which hours of a mentor are taken."""

    taken: dict[tuple[str, date], int] = field(default_factory=lambda: defaultdict(int))

    def hour(self, mentor: str, day: date, minutes: int) -> tuple[time, time]:
        """The next free start of the mentor's day, and the end."""
        slot = self.taken[mentor, day]
        self.taken[mentor, day] += 1
        start = HOURS[slot]
        return start, (datetime.combine(day, start) + timedelta(minutes=minutes)).time()
