"""Messages name days, months and papers as people do, in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime

from sidamping.domain.periods import Month
from sidamping.domain.problems import problem
from sidamping.domain.problems.catalogue import CATALOGUE


def test_a_day_stands_in_a_message_as_people_write_it() -> None:
    one = problem("ACCESS_004", "ends", starts=date(2026, 8, 17), ends=date(2026, 5, 1))
    assert "17 Agu 2026" in one.text("id") and "1 Mei 2026" in one.text("id")
    assert "17 Aug 2026" in one.text("en") and "1 May 2026" in one.text("en")


def test_a_moment_stands_with_its_minute_on_the_clock_it_was_given_in() -> None:
    one = problem("FIELDWORK_025", "seen", name="Ratna", at=datetime(2026, 8, 17, 14, 5))
    assert "17 Agu 2026 14.05" in one.text("id") and "17 Aug 2026 14:05" in one.text("en")


def test_everything_else_stands_as_it_is() -> None:
    assert '"2026-05-01"' in problem("ACCESS_002", seen="2026-05-01").text("en")


def test_a_month_stands_in_a_message_by_its_name_and_several_follow_each_other() -> None:
    one = problem("BOOKS_022", "month", period=Month(2026, 10), earlier=Month(2026, 5))
    assert "Oktober 2026" in one.text("id") and "Mei 2026" in one.text("id") and "2026-" not in one.text("id")
    assert "October 2026" in one.text("en") and "May 2026" in one.text("en")
    more = problem("BOOKS_050", year=2026, months=(Month(2026, 1), Month(2026, 2)))
    assert "Januari 2026, Februari 2026" in more.text("id")


def test_one_word_names_what_the_books_keep_to_whoever_reads_indonesian() -> None:
    assert [code for code, entry in CATALOGUE.items() if "oucher" in re.sub(r"{\w+}", "", entry.indonesian)] == []
