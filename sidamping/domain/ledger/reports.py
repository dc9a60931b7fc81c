"""The statements as sheets: balance sheet, PHU, cash flow with its reconciliation, equity, worksheet, trial balance.

Balances come in, rows in the order of a layout go out, with a fault for whatever does not agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sidamping.domain.ledger.balances import Balances, TrialBalance
from sidamping.domain.ledger.cashflow import CashMoves, cash_rows, reconciliation
from sidamping.domain.ledger.chart import ASSETS, REAL, Chart
from sidamping.domain.ledger.equity import SURPLUS_OF_YEAR, EquityMoves, equity_rows
from sidamping.domain.ledger.layouts import Amount, Layout, laid
from sidamping.domain.ledger.sheets import LINE, SUM, TEXT, TOTAL, Cell, Column, Row, Sheet, Term, added
from sidamping.domain.ledger.statements import balance_sheet
from sidamping.domain.ledger.worksheet import Worksheet
from sidamping.domain.money import rupiah
from sidamping.domain.periods import short_day
from sidamping.domain.problems import Problem, problem

ACCOUNT = Column("Akun", "Account", TEXT)
DEBIT, CREDIT = Column("Debit", "Debit"), Column("Kredit", "Credit")
PAIRS = (
    ("trial", "Neraca saldo", "Trial balance"), ("adjustments", "Penyesuaian", "Adjustments"),
    ("adjusted", "Neraca saldo disesuaikan", "Adjusted trial balance"), ("surplus", "Hasil usaha", "Surplus"),
    ("balance", "Neraca", "Balance sheet"),
)  # fmt: skip


def ending(*days: date) -> tuple[Column, ...]:
    """Columns of balances at the end of days."""
    return tuple(Column(short_day(day), short_day(day, "en")) for day in days)


def spanning(*days: date) -> tuple[Column, ...]:
    """Columns of the year up to a day."""
    return tuple(Column(f"s.d. {short_day(day)}", f"to {short_day(day, 'en')}") for day in days)


def balance_report(layout: Layout, chart: Chart, balances: Sequence[Balances], columns: tuple[Column, ...]) -> Sheet:
    """The balance sheet in a layout, a column for each day."""
    made = [balance_sheet(chart, one) for one in balances]
    amounts = [
        Amount(chart.accounts[code], tuple(_sign(chart, code) * one.get(code, 0) for one in balances))
        for code in sorted({code for one in balances for code in one}) if chart.accounts[code].group in REAL
    ]
    running = tuple(one.of("equity") + sum(
        amount for code, amount in held.items() if chart.accounts[code].group == "equity"
    ) for one, held in zip(made, balances, strict=True))  # fmt: skip
    rows, faults = laid(layout.balance, [*amounts, Amount(SURPLUS_OF_YEAR, running)], len(balances))
    sheet = Sheet("neraca", "Neraca", "Balance sheet", columns, rows, faults)
    return _with(sheet, layout, uneven(sheet))


def uneven(sheet: Sheet) -> list[Problem]:
    """A fault for each column whose assets are not its liabilities and equity."""
    found = []
    for at in range(len(sheet.columns)):
        assets, claims = sheet.row("total-aktiva").value(at), sheet.row("total-pasiva").value(at)
        if assets != claims:
            told = {"assets": rupiah(assets), "claims": rupiah(claims), "apart": rupiah(abs(assets - claims))}
            found.append(problem("STATEMENTS_003", "balance", **told))
    return found


def surplus_report(layout: Layout, chart: Chart, earned: Sequence[Balances], columns: tuple[Column, ...]) -> Sheet:
    """The PHU in a layout; income above zero, expense below."""
    amounts = [
        Amount(chart.accounts[code], tuple(-one.get(code, 0) for one in earned))
        for code in sorted({code for one in earned for code in one})
    ]
    rows, faults = laid(layout.surplus, amounts, len(earned))
    sheet = Sheet("phu", "Perhitungan hasil usaha", "Statement of surplus", columns, rows, faults)
    return _with(sheet, layout)


def cash_report(layout: Layout, chart: Chart, moves: Sequence[CashMoves], columns: tuple[Column, ...]) -> Sheet:
    """Sources and uses of cash in a layout, from the opening to the closing cash."""
    rows, faults = cash_rows(layout.cash, chart, moves)
    return _with(Sheet("arus-kas", "Laporan arus kas", "Cash flow", columns, rows, faults), layout)


def indirect_report(
    chart: Chart, moved: Sequence[Balances], moves: Sequence[CashMoves], columns: tuple[Column, ...]
) -> Sheet:
    """From the surplus to the change of cash."""
    rows, faults = reconciliation(chart, moved, moves)
    title = "Rekonsiliasi SHU dengan kas", "From surplus to cash"
    return Sheet("rekonsiliasi-kas", *title, columns, rows, faults)


def equity_report(chart: Chart, moves: EquityMoves, held: int) -> Sheet:
    """Changes in equity between two days."""
    rows, faults = equity_rows(chart, moves, held)
    columns = (Column("Saldo awal", "Opening"), Column("Bertambah", "Added"), Column("Berkurang", "Taken"),
               Column("Saldo akhir", "Closing"))
    return Sheet("ekuitas", "Perubahan ekuitas", "Changes in equity", columns, rows, faults)


def trial_report(made: TrialBalance) -> Sheet:
    """Accounts with their balance on one side, and both sums."""
    rows = {
        one.account.code: Row(LINE, one.account.code, one.account.id, one.account.en,
                              (Cell(one.debit), Cell(one.credit)), code=one.account.code)
        for one in made.rows
    }  # fmt: skip
    total = tuple(added([Term(key, at) for key in rows], rows) for at in range(2))
    whole = (*rows.values(), Row(TOTAL, "total", "Jumlah", "Total", total))
    return Sheet("neraca-saldo", "Neraca saldo", "Trial balance", (DEBIT, CREDIT), whole, first=ACCOUNT)


def unit_trial_report(chart: Chart, parts: Sequence[Balances], columns: tuple[Column, ...]) -> Sheet:
    """Accounts with what each part holds, debit above zero; every column adds up to nothing."""
    rows: dict[str, Row] = {}
    for code in sorted({code for one in parts for code in one}):
        account = chart.accounts[code]
        cells = tuple(Cell(one.get(code, 0)) for one in parts)
        rows[code] = Row(LINE, code, account.id, account.en, cells, code=code)
    total = tuple(added([Term(key, at) for key in rows], rows) for at in range(len(parts)))
    whole = (*rows.values(), Row(TOTAL, "total", "Selisih debit dan kredit", "Debit less credit", total))
    return Sheet("neraca-saldo", "Neraca saldo", "Trial balance", columns, whole, first=ACCOUNT)


def worksheet_report(made: Worksheet, after_tax: int) -> Sheet:
    """The five pairs of columns, their sums, the surplus that makes the last two even, and the sums with it."""
    rows: dict[str, Row] = {}
    for one in made.rows:
        values = [value for key, *_ in PAIRS for value in getattr(one, key)]
        rows[one.account.code] = Row(LINE, one.account.code, one.account.id, one.account.en,
                                     tuple(map(Cell, values)), code=one.account.code)
    width, keys = 2 * len(PAIRS), list(rows)
    rows["sums"] = Row(SUM, "sums", "Jumlah", "Sum", tuple(added([Term(key, at) for key in keys], rows)
                                                             for at in range(width)))
    profit, gap = made.result, Cell(None)
    sides = {6: max(profit, 0), 7: max(-profit, 0), 8: max(-profit, 0), 9: max(profit, 0)}
    cells = tuple(Cell(sides[at]) if at in sides else gap for at in range(width))
    rows["result"] = Row(LINE, "result", "Sisa hasil usaha", "Surplus", cells)
    last = tuple(added([Term("sums", at), Term("result", at)], rows) if at in sides else gap for at in range(width))
    rows["total"] = Row(TOTAL, "total", "Jumlah", "Total", last)
    columns = tuple(
        Column(f"{id} {side.id[0]}", f"{en} {side.en[0]}") for _, id, en in PAIRS for side in (DEBIT, CREDIT)
    )
    title = "Neraca lajur", "Worksheet"
    return Sheet("neraca-lajur", *title, columns, tuple(rows.values()), _uneven_sheet(rows, profit, after_tax),
                 first=ACCOUNT)


def _uneven_sheet(rows: dict[str, Row], profit: int, after_tax: int) -> tuple[Problem, ...]:
    """Pairs that are not even, and a surplus that is not the PHU's."""
    pairs = [(rows["sums"], 0), (rows["sums"], 2), (rows["sums"], 4), (rows["total"], 6), (rows["total"], 8)]
    found = [
        problem("STATEMENTS_004", "worksheet", where=f"Neraca lajur, {PAIRS[at // 2][1]}", made=rupiah(row.value(at)),
                other=rupiah(row.value(at + 1)), apart=rupiah(abs(row.value(at) - row.value(at + 1))))
        for row, at in pairs if row.value(at) != row.value(at + 1)
    ]  # fmt: skip
    if profit != after_tax:
        told = {"made": rupiah(profit), "other": rupiah(after_tax), "apart": rupiah(abs(profit - after_tax))}
        found.append(problem("STATEMENTS_004", "worksheet", where="Neraca lajur, SHU", **told))
    return tuple(found)


def _sign(chart: Chart, code: str) -> int:
    return 1 if chart.accounts[code].group == ASSETS else -1


def _with(sheet: Sheet, layout: Layout, more: Sequence[Problem] = ()) -> Sheet:
    """The sheet with its own faults and the layout's remark."""
    remarks = ((layout.note, layout.note),) if layout.note else ()
    return Sheet(sheet.name, sheet.id, sheet.en, sheet.columns, sheet.rows, (*sheet.faults, *more), remarks)
