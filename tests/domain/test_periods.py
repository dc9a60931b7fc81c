"""Months and years know their days, their neighbours and their names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.periods import Course, Month, Quarter, Year, parse_period, period_of

DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2998, 12, 31))


def test_a_month_begins_on_the_first_and_ends_on_its_last_day() -> None:
    assert (Month(2026, 11).start, Month(2026, 11).end) == (date(2026, 11, 1), date(2026, 11, 30))


def test_february_of_a_leap_year_has_29_days() -> None:
    assert Month(2028, 2).end == date(2028, 2, 29)


def test_december_is_followed_by_january() -> None:
    assert Month(2026, 12).next == Month(2027, 1)
    assert Month(2027, 1).previous == Month(2026, 12)


def test_a_month_is_named_in_both_languages() -> None:
    assert (Month(2026, 8).label(), Month(2026, 8).label("en")) == ("Agustus 2026", "August 2026")


def test_a_letter_number_carries_the_month_in_roman_figures() -> None:
    assert [Month(2026, month).roman for month in (1, 4, 9, 12)] == ["I", "IV", "IX", "XII"]


def test_a_year_has_twelve_months_in_order() -> None:
    assert Year(2026).months()[0] == Month(2026, 1)
    assert Year(2026).months()[-1] == Month(2026, 12)
    assert (Year(2026).label(), Year(2026).label("en")) == ("Tahun 2026", "Year 2026")


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-1", "26-11", "2026/11", "", "2026-1a", "٢٠٢٦-١١"])
def test_what_is_not_a_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Month.parse(text)


@pytest.mark.parametrize("text", ["26", "2026a", "", "1026"])
def test_what_is_not_a_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Year.parse(text)


def test_a_period_is_read_by_its_form() -> None:
    assert (parse_period("2026-11"), parse_period("2026")) == (Month(2026, 11), Year(2026))


def test_a_cadence_gives_the_period_of_a_day() -> None:
    assert period_of("month", date(2026, 11, 21)) == Month(2026, 11)
    assert period_of("quarter", date(2026, 11, 21)) == Quarter(2026, 4)
    assert period_of("year", date(2026, 11, 21)) == Year(2026)
    with pytest.raises(ValueError):
        period_of("week", date(2026, 11, 21))


@given(DAYS)
def test_every_day_lies_in_its_month_and_in_no_neighbour(day: date) -> None:
    month = Month.of(day)
    assert day in month and day not in month.next and day not in month.previous
    assert day in list(month.days())


@given(DAYS)
def test_months_touch_without_gap_or_overlap(day: date) -> None:
    month = Month.of(day)
    assert month.end + timedelta(days=1) == month.next.start
    assert month.next.previous == month


@pytest.mark.parametrize("text", ["1900-12", "2999-01", "1900", "2999"])
def test_a_period_without_a_neighbour_cannot_be_asked_for(text: str) -> None:
    with pytest.raises(ValueError):
        parse_period(text)


@given(DAYS)
def test_a_month_is_read_back_from_its_text(day: date) -> None:
    assert parse_period(str(Month.of(day))) == Month.of(day)
    assert parse_period(str(Year.of(day))) == Year.of(day)


def test_a_quarter_has_three_months_and_a_roman_name() -> None:
    last = Quarter.of(date(2026, 11, 21))
    assert (str(last), last.start, last.end) == ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
    assert (last.label(), last.label("en")) == ("Triwulan IV 2026", "Quarter IV 2026")
    assert [str(one) for one in (last.previous, Quarter(2026, 1).previous)] == ["2026-Q3", "2025-Q4"]


@given(DAYS)
def test_every_day_lies_in_its_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.start <= day <= quarter.end and parse_period(str(quarter)) == quarter
    assert quarter.previous.end + timedelta(days=1) == quarter.start


def test_a_course_is_read_back_from_its_text() -> None:
    course = Course(date(2026, 1, 5), date(2026, 11, 30))
    assert parse_period(str(course)) == course
    assert course.label() == "5 Januari 2026 – 30 November 2026"


@pytest.mark.parametrize("text", ["2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "2026-Q", "2026-01-05--", "--2026-01-05",
                                  "2026-02-01--2026-01-01", "2026-13-01--2027-01-01", "2026-Q٤"])  # fmt: skip
def test_what_is_no_quarter_and_no_course_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_period(text)
