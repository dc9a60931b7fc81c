"""The four textbook forms of an account are views of the same lines."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.ledger.balances import balances, by_member, trial_balance
from sidamping.domain.ledger.entries import Entry
from sidamping.domain.ledger.forms import double_balance, ledger, single_balance, t_form, two_columns
from tests.domain.ledger.books import ACCOUNTS, CHART, YEAR, random_books, written

BOOKS = written(YEAR)
MAY = (date(2026, 5, 1), date(2026, 12, 31))


def test_cash_from_may_on_in_four_forms() -> None:
    cash = ledger(CHART.accounts["1110"], BOOKS, since=MAY[0], until=MAY[1])
    assert (cash.opening, cash.closing, cash.debit, cash.credit) == (8_500_000, 12_200_000, 6_000_000, 2_300_000)
    assert t_form(cash) == [(8_500_000, 1_200_000), (5_000_000, 800_000), (1_000_000, 300_000)]
    assert [(one and one.number, other and other.number) for one, other in two_columns(cash)] == [
        ("BKM-03", "BKK-02"), ("BKM-04", "BKK-03"), (None, "BKK-04"),
    ]
    assert [balance for _, balance in single_balance(cash)] == [
        13_500_000, 14_500_000, 13_300_000, 12_500_000, 12_200_000,
    ]
    assert double_balance(cash)[-1][1:] == (12_200_000, 0)


def test_an_account_of_the_credit_side_grows_upwards_and_shows_its_balance_there() -> None:
    savings = ledger(CHART.accounts["3120"], BOOKS, since=date(2026, 1, 1), until=MAY[1])
    assert [balance for _, balance in single_balance(savings)] == [12_000_000]
    assert double_balance(savings)[0][1:] == (0, 12_000_000)


def test_a_member_account_is_the_sum_of_its_members() -> None:
    assert by_member(BOOKS, "3110") == {"Ujang": -2_500_000}
    assert by_member(BOOKS, "3120", until=date(2026, 1, 31)) == {}


def test_the_trial_balance_of_the_year() -> None:
    made = trial_balance(CHART, balances(BOOKS))
    assert [(one.account.code, one.debit, one.credit) for one in made.rows] == [
        ("1110", 12_200_000, 0), ("1145", 6_000_000, 0), ("1340", 1_200_000, 0), ("3110", 0, 2_500_000),
        ("3120", 0, 12_000_000), ("4110", 0, 5_000_000), ("4210", 0, 1_000_000), ("6111", 800_000, 0),
        ("6213", 300_000, 0),
    ]
    assert made.debit == made.credit == 20_500_000


@given(random_books(), st.sampled_from(ACCOUNTS), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_every_form_ends_with_the_same_balance(books: list[Entry], code: str, since: date) -> None:
    made = ledger(CHART.accounts[code], books, since=since, until=date(2026, 12, 31))
    expected = balances(books).get(code, 0)
    assert made.closing == expected == made.opening + made.debit - made.credit
    assert sum(one or 0 for one, _ in t_form(made)) - sum(one or 0 for _, one in t_form(made)) == expected
    trial = trial_balance(CHART, balances(books))
    assert trial.debit == trial.credit
