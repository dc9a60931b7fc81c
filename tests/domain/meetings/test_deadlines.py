"""The three deadlines of a year, the seven days of the papers, the month for the report (E2, C14)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.meetings.deadlines import (
    MET,
    MISSED,
    NEAR,
    OPEN,
    Deadline,
    delivered_in_time,
    due_after,
    due_of_year,
    last_delivery,
)

MEETING = date(2026, 3, 20)
LAW = Deadline("legal", date(2026, 6, 30), "uu-25-1992#pasal-26", "resmi")


def test_six_months_after_a_book_year_end_with_june() -> None:
    assert due_of_year(6, "months_after_year_end", 2025) == date(2026, 6, 30)


def test_a_month_and_day_lie_in_the_year_after_the_book_year() -> None:
    assert due_of_year("03-31", "month_and_day", 2025) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("delivered", "in_time"), [(date(2026, 3, 12), True), (date(2026, 3, 13), True), (date(2026, 3, 14), False)]
)
def test_papers_seven_days_before_are_in_time_and_six_days_before_are_late(delivered: date, in_time: bool) -> None:
    assert delivered_in_time(delivered, MEETING, 7) is in_time
    assert last_delivery(MEETING, 7) == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2026, 3, 20), date(2026, 4, 20)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 5), date(2027, 1, 5)),
    ],
)
def test_results_are_reported_within_a_month(held: date, due: date) -> None:
    assert due_after(1, held) == due


@pytest.mark.parametrize(
    ("done", "on", "state"),
    [
        (date(2026, 6, 30), date(2026, 7, 9), MET), (date(2026, 7, 1), date(2026, 7, 9), MISSED),
        (None, date(2026, 5, 30), OPEN), (None, date(2026, 5, 31), NEAR), (None, date(2026, 6, 30), NEAR),
        (None, date(2026, 7, 1), MISSED),
    ],
)  # fmt: skip
def test_a_deadline_is_open_then_near_then_missed(done: date | None, on: date, state: str) -> None:
    assert LAW.state(done, on) == state
