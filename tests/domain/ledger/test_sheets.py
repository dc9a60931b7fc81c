"""Statements as sheets: figures by hand, and that cash flow, worksheet and equity always agree (E11)."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from sidamping.domain.ledger.balances import balances, trial_balance
from sidamping.domain.ledger.cashflow import CashMoves, flows
from sidamping.domain.ledger.chart import REAL
from sidamping.domain.ledger.entries import OPENING, REVERSING, Entry, Line
from sidamping.domain.ledger.equity import EquityMoves
from sidamping.domain.ledger.layouts import IN, OUT, Layout, Plan, place
from sidamping.domain.ledger.reports import (
    balance_report,
    cash_report,
    ending,
    equity_report,
    indirect_report,
    spanning,
    surplus_report,
    trial_report,
    worksheet_report,
)
from sidamping.domain.ledger.sheets import Sheet
from sidamping.domain.ledger.statements import balance_sheet, surplus
from sidamping.domain.ledger.worksheet import worksheet
from sidamping.rules.charts import chart_names, chart_of
from sidamping.rules.layouts import layout_of, layouts_on
from tests.domain.ledger.books import CHART, YEAR, adjusting, random_books, written

END = date(2026, 12, 31)
LAYOUTS = layouts_on(END)
NTT = layout_of("pergub-ntt", END)[0]
DEPRECIATION = adjusting("BM-01", (Line("6131", 200_000), Line("1345", -200_000)))


def moves(entries: list[Entry]) -> CashMoves:
    """The cash of the whole year."""
    held = balances(entries)
    first = balances(one for one in entries if one.kind == OPENING)
    cash = [code for code, one in CHART.accounts.items() if one.cash]
    opening, closing = (sum(found.get(one, 0) for one in cash) for found in (first, held))
    return CashMoves(opening, flows(CHART, entries), closing)


def cash_sheets(layout: Layout, entries: list[Entry]) -> tuple[Sheet, Sheet]:
    moved = balances(one for one in entries if one.kind != OPENING)
    found = moves(entries)
    columns = spanning(END)
    return cash_report(layout, CHART, [found], columns), indirect_report(CHART, [moved], [found], columns)


def test_the_cash_flow_of_the_annex_names_sources_and_uses() -> None:
    """Receipts 2.500.000 + 12.000.000 + 5.000.000 + 1.000.000; paid 6.000.000 + 1.200.000 + 800.000 + 300.000."""
    made, _ = cash_sheets(NTT, written(YEAR))
    sources = ("awal", "pokok-masuk", "wajib-masuk", "penjualan", "total-masuk")
    assert [made.row(key).value() for key in sources] == [0, 2_500_000, 12_000_000, 6_000_000, 20_500_000]
    uses = ("barang-keluar", "tetap-keluar", "gaji", "rat-keluar", "total-keluar")
    assert [made.row(key).value() for key in uses] == [6_000_000, 1_200_000, 800_000, 300_000, 8_300_000]
    assert (made.row("surplus").value(), made.row("akhir").value(), made.faults) == (12_200_000, 12_200_000, ())


def test_depreciation_stands_in_the_reconciliation_and_never_in_sources_or_uses() -> None:
    """The annex adds depreciation to the closing cash; that would be 200.000 too much."""
    entries = [*written(YEAR), DEPRECIATION]
    direct, indirect = cash_sheets(NTT, entries)
    assert direct.row("akhir").value() == 12_200_000
    assert indirect.row("unpaid").value() == 200_000
    assert indirect.row("surplus").value() == 5_000_000 + 1_000_000 - 800_000 - 300_000 - 200_000
    assert (indirect.row("cash-last").value(), indirect.faults) == (12_200_000, ())


def test_a_reversal_lessens_the_source_it_turns_back() -> None:
    wrong = Entry("BKM-09", date(2026, 9, 1), "Keliru", (Line("1110", 70_000), Line("7120", -70_000)))
    back = Entry("BM-09", date(2026, 9, 2), "Balik", (Line("1110", -70_000), Line("7120", 70_000)), REVERSING, "BKM-09")
    made, _ = cash_sheets(NTT, [*written(YEAR), wrong, back])
    assert (made.row("lain-masuk").value(), made.row("total-keluar").value()) == (0, 8_300_000)


def test_opening_entries_are_what_there_was_and_no_receipt() -> None:
    first = Entry("BM-00", date(2026, 1, 1), "Saldo awal", (Line("1110", 900), Line("3120", -900, "1")), OPENING)
    made, indirect = cash_sheets(NTT, [first, *written(YEAR)])
    assert (made.row("awal").value(), made.row("akhir").value()) == (900, 12_200_900)
    assert (made.faults, indirect.faults) == ((), ())


def test_a_line_that_is_missing_is_a_fault_and_never_a_plug() -> None:
    plans = tuple(one for one in NTT.cash if one.key != "gaji")
    total = next(one for one in plans if one.key == "total-keluar")
    keys = tuple(one for one in total.sum if one != "gaji")
    plans = tuple(Plan(one.key, one.id, one.en, sum=keys) if one is total else one for one in plans)
    broken = Layout("x", "x", "x", "", "", NTT.balance, NTT.surplus, plans)
    made, _ = cash_sheets(broken, written(YEAR))
    assert [one.code for one in made.faults] == ["STATEMENTS_001", "STATEMENTS_002"]
    assert made.faults[1].values["apart"] == "Rp800.000"
    assert made.row("akhir").value() == 13_000_000


@given(random_books())
def test_cash_flow_ties_in_every_layout(entries: list[Entry]) -> None:
    for layout in (one for one in LAYOUTS if one.cash):
        direct, indirect = cash_sheets(layout, entries)
        assert (direct.faults, indirect.faults) == ((), ())
        assert direct.rows[-1].value() == moves(entries).closing == indirect.rows[-1].value()


@given(random_books())
def test_every_layout_shows_the_same_totals(entries: list[Entry]) -> None:
    held = balances(entries)
    sheet, made = balance_sheet(CHART, held), surplus(CHART, held)
    nominal = {code: amount for code, amount in held.items() if CHART.accounts[code].group not in REAL}
    for layout in LAYOUTS:
        laid = balance_report(layout, CHART, [held], ending(END))
        assert (laid.faults, laid.row("total-aktiva").value()) == ((), sheet.assets)
        assert laid.row("total-pasiva").value() == sheet.assets
        phu = surplus_report(layout, CHART, [nominal], spanning(END))
        assert (phu.faults, phu.row("setelah-pajak").value()) == ((), made.after_tax)


@given(random_books())
def test_the_worksheet_balances_and_ends_at_the_surplus(entries: list[Entry]) -> None:
    made = worksheet_report(worksheet(CHART, entries), surplus(CHART, balances(entries)).after_tax)
    assert made.faults == ()
    last = made.row("total")
    assert (last.value(6), last.value(8)) == (last.value(7), last.value(9))


def test_the_worksheet_shows_adjustments_between_the_trial_balances() -> None:
    """By hand: 4.900.000 surplus before 200.000 of depreciation."""
    entries = [*written(YEAR), DEPRECIATION]
    made = worksheet_report(worksheet(CHART, entries), 4_700_000)
    assert [one.value for one in made.row("6131").cells] == [0, 0, 200_000, 0, 200_000, 0, 200_000, 0, 0, 0]
    assert [one.value for one in made.row("result").cells[6:]] == [4_700_000, 0, 0, 4_700_000]
    assert made.row("sums").cells[2].adds[0].column == 2
    assert made.faults == ()
    assert [one.code for one in worksheet_report(worksheet(CHART, entries), 1).faults] == ["STATEMENTS_004"]


def test_equity_moves_from_the_first_day_to_the_last() -> None:
    """Principal and mandatory savings came in; the surplus of the year stands by itself until it is closed."""
    held = balances(written(YEAR))
    sides = {"3110": (0, 2_500_000), "3120": (0, 12_000_000)}
    made = equity_report(CHART, EquityMoves({}, sides, 4_900_000, 0), balance_sheet(CHART, held).equity)
    assert made.faults == ()
    assert [one.value for one in made.row("total").cells] == [0, 19_400_000, 0, 19_400_000]
    closed = equity_report(CHART, EquityMoves({}, {**sides, "3170": (0, 4_900_000)}, 4_900_000, 4_900_000), 19_400_000)
    assert [one.value for one in closed.row("current-surplus").cells] == [0, 4_900_000, 4_900_000, 0]
    assert closed.faults == ()
    assert [one.code for one in equity_report(CHART, EquityMoves({}, sides, 0, 0), 1).faults] == ["STATEMENTS_004"]


def test_a_loss_lessens_equity_and_closing_it_brings_the_line_to_nothing() -> None:
    made = equity_report(CHART, EquityMoves({}, {"3170": (100, 0)}, -100, -100), -100)
    assert [one.value for one in made.row("current-surplus").cells] == [0, 100, 100, 0]
    assert made.faults == ()


def test_sums_name_the_cells_they_add() -> None:
    held = balances(written(YEAR))
    made = balance_report(NTT, CHART, [held, {}], ending(END, date(2025, 12, 31)))
    total = made.row("total-aktiva").cells[0]
    assert [one.key for one in total.adds] == ["jumlah-lancar", "jumlah-tetap", "jumlah-lain"]
    assert made.row("kas-bank").accounts[0][1] == (12_200_000, 0)
    assert "peralatan" in {one.key for one in made.shown} and "gedung" not in {one.key for one in made.shown}
    assert trial_report(trial_balance(CHART, held)).row("total").value(0) == 20_500_000


def test_every_account_of_every_chart_has_a_line_in_every_layout() -> None:
    for name in chart_names():
        accounts = [one for one in chart_of(name, END)[0].accounts.values() if not one.header]
        for layout in LAYOUTS:
            for one in accounts:
                assert place(layout.balance if one.group in REAL else layout.surplus, one), (layout.name, one)
                if layout.cash and not one.cash:
                    assert place(layout.cash, one, IN) and place(layout.cash, one, OUT), (layout.name, one)
