"""A mentee counts as unseen from the first day after the limit; who was never met counts from the start."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.contact import unseen

STARTED = date(2026, 8, 1)
TODAY = date(2026, 11, 21)


def test_on_the_last_day_of_the_limit_the_mentee_is_still_within() -> None:
    state = unseen(date(2026, 10, 21), STARTED, TODAY, 31)
    assert (state.days, state.beyond, state.days_over) == (31, False, 0)


def test_one_day_later_the_mentee_is_unseen() -> None:
    state = unseen(date(2026, 10, 20), STARTED, TODAY, 31)
    assert (state.days, state.beyond, state.days_over) == (32, True, 1)


def test_a_mentee_never_met_counts_from_the_start_of_the_mentoring() -> None:
    state = unseen(None, STARTED, TODAY, 31)
    assert (state.never, state.since, state.days) == (True, STARTED, 112)


def test_a_contact_before_this_mentoring_does_not_count_against_it() -> None:
    assert unseen(date(2026, 1, 5), STARTED, TODAY, 31).since == STARTED


def test_a_mentoring_that_starts_tomorrow_has_no_days_yet() -> None:
    assert unseen(None, TODAY + timedelta(days=1), TODAY, 31).days == 0


@given(st.dates(STARTED, TODAY), st.integers(1, 120))
def test_a_later_contact_never_makes_a_mentee_more_unseen(last: date, limit: int) -> None:
    earlier = unseen(last - timedelta(days=1), STARTED, TODAY, limit)
    assert unseen(last, STARTED, TODAY, limit).days <= earlier.days
