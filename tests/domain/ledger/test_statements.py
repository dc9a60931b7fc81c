"""Worksheet, PHU and balance sheet agree to the rupiah; adjustments are proposals; closing empties the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.ledger import adjustments
from sidamping.domain.ledger.balances import balances
from sidamping.domain.ledger.chart import REAL, chart
from sidamping.domain.ledger.closing import closing_entry
from sidamping.domain.ledger.entries import Entry, Line, faults
from sidamping.domain.ledger.statements import balance_sheet, surplus, unplaced
from sidamping.domain.ledger.worksheet import worksheet
from sidamping.domain.problems import Refused
from sidamping.rules.charts import MICRO, chart_names, chart_of
from tests.domain.ledger.books import CHART, YEAR, adjusting, random_books, written

ADJUSTED = [
    *written(YEAR),
    adjusting("AJP-01", adjustments.inventory(booked=6_000_000, counted=2_000_000, inventory="1145", cost="5110")),
    adjusting("AJP-02", adjustments.depreciation(
        cost=1_200_000, residual=0, life=48, elapsed=6, taken=0, expense="6131", accumulated="1345")),
    adjusting("AJP-03", adjustments.accrued_expense(owed=100_000, booked=0, expense="6122", payable="2130")),
]


def test_the_phu_of_the_year_has_every_subtotal() -> None:
    made = surplus(CHART, balances(ADJUSTED))
    assert made.net_participation == 5_000_000 - 4_000_000
    assert made.non_member_result == 1_000_000
    assert made.gross == 2_000_000
    assert made.before_interest_and_tax == 2_000_000 - 800_000 - 150_000 - 100_000 - 300_000
    assert made.after_tax == made.before_tax == 650_000


def test_the_balance_sheet_balances_with_the_surplus_that_is_not_closed() -> None:
    made = balance_sheet(CHART, balances(ADJUSTED))
    assert (made.assets, made.liabilities, made.equity) == (15_250_000, 100_000, 15_150_000)
    assert made.out_of_balance == 0
    assert [(one.code, one.amount) for one in made.figures] == [
        ("kas", 12_200_000), ("persediaan", 2_000_000), ("aset-tetap", 1_200_000), ("akumulasi-penyusutan", -150_000),
        ("ymhd", 100_000), ("simpanan-pokok", 2_500_000), ("simpanan-wajib", 12_000_000), ("current-surplus", 650_000),
    ]


def test_every_figure_opens_the_accounts_behind_it() -> None:
    made = balance_sheet(CHART, balances(ADJUSTED))
    cash = next(one for one in made.figures if one.code == "kas")
    assert [(account.code, amount) for account, amount in cash.accounts] == [("1110", 12_200_000)]


def test_worksheet_and_statements_agree() -> None:
    sheet = worksheet(CHART, ADJUSTED)
    assert sheet.sums("trial") == (20_500_000, 20_500_000)
    assert sheet.sums("adjustments") == (4_250_000, 4_250_000)
    assert sheet.result == surplus(CHART, balances(ADJUSTED)).after_tax == 650_000
    debit, credit = sheet.sums("balance")
    assert debit - credit == sheet.result


def test_closing_empties_the_year_and_keeps_the_surplus() -> None:
    amounts = balances(ADJUSTED)
    entry = closing_entry(CHART, amounts, number="JT-01", day=date(2026, 12, 31), text="Tutup buku")
    assert entry is not None and not faults(entry, CHART)
    after = balances([*ADJUSTED, entry])
    assert not any(amount for code, amount in after.items() if CHART.accounts[code].group not in REAL)
    assert after["3170"] == -650_000
    assert balance_sheet(CHART, after).out_of_balance == 0
    assert closing_entry(CHART, after, number="JT-02", day=date(2026, 12, 31), text="Tutup buku") is None


@given(random_books())
def test_any_balanced_books_give_agreeing_statements(books: list[Entry]) -> None:
    amounts = balances(books)
    sheet = worksheet(CHART, books)
    for pair in ("trial", "adjustments", "adjusted"):
        debit, credit = sheet.sums(pair)
        assert debit == credit
    assert balance_sheet(CHART, amounts).out_of_balance == 0
    assert sheet.result == surplus(CHART, amounts).after_tax
    entry = closing_entry(CHART, amounts, number="JT", day=date(2026, 12, 31), text="Tutup buku")
    if entry is not None:
        assert sum(one.amount for one in entry.lines) == 0


@pytest.mark.parametrize("name", [one for one in chart_names() if one != MICRO])
def test_a_chart_shows_every_account_in_a_statement_and_has_the_roles_that_proposals_need(name: str) -> None:
    made, rule = chart_of(name, date(2026, 11, 22))
    assert unplaced(made) == ()
    assert rule.status == "contoh"
    for role in ("cash", "undistributed_surplus", "members_share_payable", "principal_savings", "mandatory_savings",
                 "voluntary_savings", "accumulated_depreciation", "depreciation_expense", "allowance"):
        assert made.role(role).role == role
    with pytest.raises(Refused) as refused:
        chart([]).role("cash")
    assert refused.value.codes == ["BOOKS_011"]


EIGHT: list[tuple[Callable[..., tuple[Line, ...]], dict[str, Any], list[tuple[str, int]]]] = [
    (adjustments.supplies, {"booked": 500, "counted": 120, "supplies": "a", "expense": "b"}, [("b", 380), ("a", -380)]),
    (adjustments.inventory, {"booked": 500, "counted": 620, "inventory": "a", "cost": "b"}, [("b", -120), ("a", 120)]),
    (adjustments.prepaid, {"paid": 1_000, "months": 3, "elapsed": 2, "taken": 333, "expense": "b", "prepaid": "a"},
     [("b", 334), ("a", -334)]),
    (adjustments.unearned, {"received": 1_200, "months": 12, "elapsed": 5, "taken": 0, "unearned": "a", "income": "b"},
     [("a", 500), ("b", -500)]),
    (adjustments.accrued_expense, {"owed": 90, "booked": 40, "expense": "b", "payable": "a"}, [("b", 50), ("a", -50)]),
    (adjustments.accrued_income, {"earned": 90, "booked": 0, "receivable": "a", "income": "b"},
     [("a", 90), ("b", -90)]),
    (adjustments.depreciation,
     {"cost": 1_000, "residual": 100, "life": 7, "elapsed": 9, "taken": 771, "expense": "b", "accumulated": "a"},
     [("b", 129), ("a", -129)]),
    (adjustments.doubtful, {"wanted": 30, "booked": 50, "expense": "b", "allowance": "a"}, [("b", -20), ("a", 20)]),
]


@pytest.mark.parametrize(("kind", "told", "lines"), EIGHT, ids=[one[0].__name__ for one in EIGHT])
def test_an_adjustment_proposes_balanced_lines(
    kind: Callable[..., tuple[Line, ...]], told: dict[str, Any], lines: list[tuple[str, int]]
) -> None:
    assert [(one.account, one.amount) for one in kind(**told)] == lines


@pytest.mark.parametrize(
    "refused",
    [
        lambda: adjustments.supplies(booked=5, counted=6, supplies="a", expense="b"),
        lambda: adjustments.inventory(booked=5, counted=-1, inventory="a", cost="b"),
        lambda: adjustments.prepaid(paid=5, months=3, elapsed=4, taken=0, expense="b", prepaid="a"),
        lambda: adjustments.unearned(received=5, months=0, elapsed=0, taken=0, unearned="a", income="b"),
        lambda: adjustments.depreciation(
            cost=5, residual=6, life=1, elapsed=1, taken=0, expense="b", accumulated="a"),
    ],
)
def test_an_adjustment_that_makes_no_sense_is_refused(refused: Callable[[], object]) -> None:
    with pytest.raises(Refused) as told:
        refused()
    assert told.value.codes == ["BOOKS_013"]


@given(paid=st.integers(0, 10**12), months=st.integers(1, 60))
def test_months_of_a_prepaid_expense_add_up_to_what_was_paid(paid: int, months: int) -> None:
    taken = 0
    for elapsed in range(1, months + 1):
        lines = adjustments.prepaid(
            paid=paid, months=months, elapsed=elapsed, taken=taken, expense="b", prepaid="a")
        taken += lines[0].amount if lines else 0
    assert taken == paid
