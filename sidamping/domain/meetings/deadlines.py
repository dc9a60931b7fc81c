"""The days a meeting is bound to: until when it is held, reported, and its papers are in the members' hands.

The numbers come from rule files; here are only the ways of counting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sidamping.domain.periods import Month, Year, after_months

LEGAL, PROGRAMME, REPORT = "legal", "programme", "report"
ORDER = (LEGAL, PROGRAMME, REPORT)
"""The three deadlines of a year stay apart (C14): of the law, of a programme, and of reporting."""
MET, OPEN, NEAR, MISSED = "met", "open", "near", "missed"
NEAR_DAYS = 30
"""From so many days before a deadline on it is shown as near."""


@dataclass(frozen=True)
class Deadline:
    """A last day with the rule it comes from."""

    name: str
    due: date
    cite: str
    status: str

    def state(self, done: date | None, on: date) -> str:
        """Met or missed once it is done; before that open, near, or missed."""
        if done is not None:
            return MET if done <= self.due else MISSED
        if on > self.due:
            return MISSED
        return NEAR if on >= self.due - timedelta(days=NEAR_DAYS) else OPEN


def due_of_year(value: int | str, unit: str, year: int) -> date:
    """The last day for the meeting about a book year."""
    return OF_A_YEAR[unit](value, Year(year))


def due_after(months: int, held: date) -> date:
    """So many months after the meeting."""
    return after_months(held, months)


def last_delivery(meeting: date, days: int) -> date:
    """The last day on which the papers may reach a member: that many days before the meeting is still in time."""
    return meeting - timedelta(days=days)


def delivered_in_time(delivered: date, meeting: date, days: int) -> bool:
    """Whether an invitation came early enough."""
    return delivered <= last_delivery(meeting, days)


def _months_after_year_end(months: int | str, year: Year) -> date:
    return Month.of(year.end).plus(int(months)).end


def _month_and_day(text: int | str, year: Year) -> date:
    month, _, day = str(text).partition("-")
    return date(year.year + 1, int(month), int(day))


OF_A_YEAR: dict[str, Callable[[int | str, Year], date]] = {
    "months_after_year_end": _months_after_year_end,
    "month_and_day": _month_and_day,
}
