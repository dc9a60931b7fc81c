"""When a paper is due and how late it is. The numbers come from rule files; here are only the ways of counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sidamping.domain.periods import Month, Period


@dataclass(frozen=True)
class DueRule:
    """A deadline as a rule file states it: a number and the way it is counted (a key of WAYS)."""

    value: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in WAYS:
            raise ValueError(f"unknown way of counting a deadline: {self.unit!r}")


@dataclass(frozen=True)
class Lateness:
    """Days past the deadline (positive = late, 0 = due today, negative = days left)."""

    due: date
    days: int

    @property
    def late(self) -> bool:
        return self.days > 0

    @property
    def days_left(self) -> int:
        return max(-self.days, 0)


def due_on(rule: DueRule, period: Period) -> date:
    """The last day on which the paper of the period is on time."""
    return WAYS[rule.unit](rule.value, period)


def lateness(due: date, on: date) -> Lateness:
    """How far a day lies behind or before the deadline; the deadline itself is still on time."""
    return Lateness(due, (on - due).days)


def _day_of_month(day: int, period: Period) -> date:
    return _day_in(Month.of(period.start), day)


def _day_of_next_month(day: int, period: Period) -> date:
    return _day_in(Month.of(period.end).next, day)


def _day_of_january(day: int, period: Period) -> date:
    return _day_in(Month(period.end.year + 1, 1), day)


def _days_after_period(days: int, period: Period) -> date:
    return period.end + timedelta(days=days)


def _day_in(month: Month, day: int) -> date:
    # A month shorter than the day ends the deadline on its last day.
    return month.start.replace(day=min(day, month.end.day))


WAYS: dict[str, Callable[[int, Period], date]] = {
    "day_of_month": _day_of_month,
    "day_of_next_month": _day_of_next_month,
    "day_of_next_january": _day_of_january,
    "days_after_period": _days_after_period,
}
