"""A deadline is counted the way the rule file says, and its last day is still on time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.deadlines import WAYS, DueRule, due_on, lateness
from sidamping.domain.periods import Month, Year

TENTH = DueRule(10, "day_of_next_month")


def test_a_monthly_paper_is_due_on_the_tenth_of_the_next_month() -> None:
    assert due_on(TENTH, Month(2026, 10)) == date(2026, 11, 10)


def test_december_is_due_in_january_of_the_next_year() -> None:
    assert due_on(TENTH, Month(2026, 12)) == date(2027, 1, 10)


def test_the_annual_report_is_due_in_the_first_week_of_january() -> None:
    assert due_on(DueRule(7, "day_of_next_january"), Year(2026)) == date(2027, 1, 7)


def test_a_work_plan_is_due_on_the_first_day_of_its_own_month() -> None:
    assert due_on(DueRule(1, "day_of_month"), Month(2026, 11)) == date(2026, 11, 1)


def test_days_after_the_period_are_counted_from_its_last_day() -> None:
    assert due_on(DueRule(10, "days_after_period"), Month(2026, 1)) == date(2026, 2, 10)


def test_a_month_that_is_too_short_ends_the_deadline_on_its_last_day() -> None:
    assert due_on(DueRule(31, "day_of_next_month"), Month(2026, 1)) == date(2026, 2, 28)


def test_an_unknown_way_of_counting_is_refused() -> None:
    with pytest.raises(ValueError):
        DueRule(10, "working_days")


@pytest.mark.parametrize(
    ("day", "days", "late", "left"),
    [(date(2026, 11, 9), -1, False, 1), (date(2026, 11, 10), 0, False, 0), (date(2026, 11, 11), 1, True, 0)],
)
def test_the_deadline_itself_is_on_time_and_the_next_day_is_late(day: date, days: int, late: bool, left: int) -> None:
    state = lateness(date(2026, 11, 10), day)
    assert (state.days, state.late, state.days_left) == (days, late, left)


@given(st.sampled_from(sorted(WAYS)), st.integers(1, 28), st.integers(2018, 2100), st.integers(1, 12))
def test_a_later_month_is_never_due_earlier(unit: str, value: int, year: int, month: int) -> None:
    rule, period = DueRule(value, unit), Month(year, month)
    assert due_on(rule, period) <= due_on(rule, period.next)
