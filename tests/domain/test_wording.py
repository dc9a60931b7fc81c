"""Messages name days as people write them, in both languages."""

from __future__ import annotations

from datetime import date, datetime

from sidamping.domain.problems import problem


def test_a_day_stands_in_a_message_as_people_write_it() -> None:
    one = problem("ACCESS_004", "ends", starts=date(2026, 8, 17), ends=date(2026, 5, 1))
    assert "17 Agu 2026" in one.text("id") and "1 Mei 2026" in one.text("id")
    assert "17 Aug 2026" in one.text("en") and "1 May 2026" in one.text("en")


def test_a_moment_stands_with_its_minute_on_the_clock_it_was_given_in() -> None:
    one = problem("FIELDWORK_025", "seen", name="Ratna", at=datetime(2026, 8, 17, 14, 5))
    assert "17 Agu 2026 14.05" in one.text("id") and "17 Aug 2026 14:05" in one.text("en")


def test_everything_else_stands_as_it_is() -> None:
    assert '"2026-05-01"' in problem("ACCESS_002", seen="2026-05-01").text("en")
