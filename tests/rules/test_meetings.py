"""What meetings ask of the rulebook: three deadlines, shares by area, the sixteen books, the eighteen items."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.rules.books import listing
from sidamping.rules.meetings import annual_deadlines, invitation_days, mandatory_books, result_due, share

TODAY = date(2026, 11, 22)


def test_a_year_has_three_deadlines_that_stay_apart() -> None:
    assert [(one.name, one.due) for one in annual_deadlines(2025, "primary", TODAY, "53.01")] == [
        ("legal", date(2026, 6, 30)), ("programme", date(2026, 3, 31)), ("report", date(2026, 4, 30)),
    ]  # fmt: skip
    assert [(one.name, one.due) for one in annual_deadlines(2025, "secondary", TODAY)] == [
        ("legal", date(2026, 6, 30)), ("report", date(2026, 6, 30)),
    ]  # fmt: skip


def test_before_the_circular_of_2025_there_is_the_law_alone() -> None:
    assert [one.name for one in annual_deadlines(2023, "primary", date(2024, 3, 1))] == ["legal"]


def test_results_are_due_a_month_after_the_meeting_since_the_ministry_said_so() -> None:
    due = result_due(date(2026, 3, 20))
    assert due is not None and due.due == date(2026, 4, 20)
    assert result_due(date(2014, 3, 20)) is None


@pytest.mark.parametrize(("area", "status"), [("53.01", "resmi"), ("52.01", "contoh")])
def test_the_shares_of_ntt_are_official_there_and_an_example_elsewhere(area: str, status: str) -> None:
    assert share("quorum", TODAY, area).needed(21) == 11
    assert share("extraordinary-approval", TODAY, area).needed(10) == 7
    assert (share("quorum", TODAY, area).status, invitation_days(TODAY, area)[0]) == (status, 7)


def test_sixteen_books_are_kept_in_a_room_of_their_own_or_in_columns() -> None:
    books, cited = mandatory_books(TODAY)
    assert len(books) == 16 and cited.status == "contoh"
    assert all(bool(one.kept) != bool(one.columns) for one in books)


def test_the_agenda_has_its_eighteen_items() -> None:
    codes = [one.code for one in listing("agenda-annual")]
    assert (len(codes), codes[0], codes[9], codes[17]) == (18, "opening", "quorum", "programme_decision")
