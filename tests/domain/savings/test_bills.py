"""Bills of mandatory savings, what a payment settles, and what is above the articles' amount (S4 I.D.b.1)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.periods import Month
from sidamping.domain.savings.bills import above_article, bills, next_months, standing
from sidamping.domain.savings.products import Terms, in_force

RAISED = (Terms(date(2026, 1, 1), 20_000), Terms(date(2026, 4, 1), 25_000))
JOINED = date(2026, 2, 10)


def told(paid: int) -> list[tuple[str, int, int]]:
    return [(str(one.month), one.amount, one.paid) for one in bills(RAISED, JOINED, Month(2026, 5), paid)]


def test_every_month_since_joining_is_billed_at_the_amount_of_its_day_and_paid_oldest_first() -> None:
    assert told(50_000) == [
        ("2026-02", 20_000, 20_000), ("2026-03", 20_000, 20_000), ("2026-04", 25_000, 10_000), ("2026-05", 25_000, 0),
    ]
    state = standing(RAISED, JOINED, Month(2026, 5), 50_000)
    assert (state.billed, state.arrears, state.excess) == (90_000, 40_000, 0)


def test_whoever_left_is_billed_until_the_month_of_leaving() -> None:
    assert standing(RAISED, JOINED, Month(2026, 12), 0, left=date(2026, 3, 5)).billed == 40_000


def test_a_payment_for_months_may_reach_ahead() -> None:
    found = next_months(RAISED, JOINED, Month(2026, 3), 30_000, 3)
    assert [(str(month), amount) for month, amount in found] == [
        ("2026-03", 10_000), ("2026-04", 25_000), ("2026-05", 25_000),
    ]
    assert next_months((), JOINED, Month(2026, 3), 0, 2) == ()


def test_what_a_new_member_pays_above_the_articles_is_participation_capital_as_in_the_guideline() -> None:
    """Pergub NTT 33/2018 I.D.b: 50,000 paid, 25,000 in the articles: 25,000 is participation capital."""
    assert above_article(0, 50_000, 25_000) == (25_000, 25_000)
    assert above_article(25_000, 10_000, 25_000) == (0, 10_000)


def test_of_terms_the_latest_since_holds_and_of_one_day_what_was_written_last() -> None:
    first, second = Terms(date(2026, 1, 1), 1), Terms(date(2026, 1, 1), 2)
    assert in_force((first, second), date(2026, 6, 1)) is second
    assert in_force((first,), date(2025, 12, 31)) is None


@given(
    st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.integers(0, 100_000)), max_size=4),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)), st.integers(0, 3_000_000),
)
def test_the_quick_standing_is_the_sum_of_the_bills(
    rows: list[tuple[date, int]], joined: date, paid: int
) -> None:
    terms = tuple(Terms(since, amount) for since, amount in rows)
    every = bills(terms, joined, Month(2026, 12), paid)
    state = standing(terms, joined, Month(2026, 12), paid)
    assert state.billed == sum(one.amount for one in every)
    assert state.arrears == sum(one.owed for one in every)
    assert paid - sum(one.paid for one in every) == state.excess
