"""Journal, ledger and cash book as sheets: each line in its order, running balances as sums of what stands before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.entries import Entry
from sidamping.domain.ledger.forms import Ledger
from sidamping.domain.ledger.layouts import Layout
from sidamping.domain.ledger.sheets import LINE, SUM, TEXT, TOTAL, Cell, Column, Row, Sheet, Term, added
from sidamping.domain.periods import short_day

DAY = Column("Tanggal", "Date", TEXT)
NUMBER, TOLD = Column("Bukti", "Voucher", TEXT), Column("Keterangan", "Text", TEXT)
ACCOUNT = Column("Akun", "Account", TEXT)
PURSE, CAME, WENT = Column("Kas atau bank", "Purse", TEXT), Column("Masuk", "In"), Column("Keluar", "Out")
CASH_LEFT = 5
"""The column of the cash book that tells what is left."""
DEBIT, CREDIT, BALANCE = Column("Debit", "Debit"), Column("Kredit", "Credit"), Column("Saldo", "Balance")


@dataclass(frozen=True)
class CashMove:
    """Money in or out of one purse on a day."""

    day: date
    number: str
    text: str
    purse: str
    came: int
    went: int


def journal(entries: Iterable[Entry], chart: Chart) -> Sheet:
    """Every line of every voucher, debit and credit apart; both sums are the same."""
    rows: dict[str, Row] = {}
    for entry in entries:
        for at, line in enumerate(entry.lines):
            account = chart.accounts[line.account]
            said = _day(entry.day) if at == 0 else ("", "")
            cells = (Cell(entry.number if at == 0 else ""), Cell(f"{account.code} {account.id}"),
                     Cell(max(line.amount, 0)), Cell(max(-line.amount, 0)))
            key = f"{entry.number}/{at}"
            rows[key] = Row(LINE, key, *said, cells)
    total = (Cell(""), Cell(""), *_sums(rows, (2, 3)))
    columns = (NUMBER, ACCOUNT, DEBIT, CREDIT)
    last = Row(TOTAL, "total", "Jumlah", "Total", total)
    return Sheet("jurnal", "Jurnal", "Journal", columns, (*rows.values(), last), first=DAY)


def account_sheet(read: Ledger) -> Sheet:
    """The ledger of an account with one balance, in the direction its readers expect."""
    sign = 1 if read.account.debit_normal else -1
    gap = Cell("")
    first = Row(SUM, "first", "Saldo awal", "Opening", (gap, gap, Cell(None), Cell(None), Cell(sign * read.opening)))
    rows: dict[str, Row] = {"first": first}
    before = "first"
    for at, one in enumerate(read.postings):
        key = f"line-{at}"
        adds = (Term(before, 4), Term(key, 2, sign), Term(key, 3, -sign))
        cells = (Cell(one.number), Cell(one.text), Cell(one.debit), Cell(one.credit), Cell(sign * one.balance, adds))
        rows[key] = Row(LINE, key, *_day(one.day), cells)
        before = key
    lines = {key: row for key, row in rows.items() if row.level == LINE}
    last = Cell(sign * read.closing, (Term(before, 4),))
    total = Row(TOTAL, "total", "Jumlah", "Total", (gap, gap, *_sums(lines, (2, 3)), last))
    title = f"{read.account.code} {read.account.id}", f"{read.account.code} {read.account.en}"
    return Sheet("buku-besar", *title, (NUMBER, TOLD, DEBIT, CREDIT, BALANCE), (*rows.values(), total), first=DAY)


def cash_sheet(opening: int, moves: Iterable[CashMove]) -> Sheet:
    """The cash book by day: what came and went through each purse, and what all of them hold afterwards."""
    gap = Cell("")
    rows: dict[str, Row] = {
        "first": Row(SUM, "first", "Saldo awal", "Opening", (gap, gap, gap, Cell(None), Cell(None), Cell(opening)))
    }
    before, day = "first", None
    for at, one in enumerate(moves):
        key = f"line-{at}"
        balance = rows[before].value(CASH_LEFT) + one.came - one.went
        adds = (Term(before, CASH_LEFT), Term(key, 3), Term(key, 4, -1))
        cells = (Cell(one.number), Cell(one.text), Cell(one.purse), Cell(one.came), Cell(one.went), Cell(balance, adds))
        rows[key] = Row(LINE, key, *(_day(one.day) if one.day != day else ("", "")), cells)
        before, day = key, one.day
    lines = {key: row for key, row in rows.items() if row.level == LINE}
    last = Cell(rows[before].value(CASH_LEFT), (Term(before, CASH_LEFT),))
    total = Row(TOTAL, "total", "Jumlah", "Total", (gap, gap, gap, *_sums(lines, (3, 4)), last))
    columns = (NUMBER, TOLD, PURSE, CAME, WENT, BALANCE)
    return Sheet("buku-kas", "Buku kas harian", "Daily cash book", columns, (*rows.values(), total), first=DAY)


def notes(balance: Sheet, policies: Iterable[tuple[str, str, str]]) -> Sheet:
    """Notes: what the statements stand on, then each line of the balance sheet with the accounts it is made of."""
    rows = [Row("head", "policies", "Dasar dan kebijakan", "Basis and policies")]
    rows += [Row("note", key, id, en) for key, id, en in policies]
    for one in balance.shown:
        if one.level == LINE:
            rows.append(Row("head", f"head-{one.key}", one.id, one.en))
            inner = {f"{one.key}-{at}": _part(f"{one.key}-{at}", account, amounts)
                     for at, (account, amounts) in enumerate(one.accounts)}
            rows += inner.values()
            width = range(len(balance.columns))
            cells = tuple(added([Term(key, at) for key in inner], inner) for at in width)
            rows.append(Row(SUM, f"sum-{one.key}", f"Jumlah {one.id.lower()}", f"Total {one.en.lower()}", cells))
    title = "Catatan atas laporan keuangan", "Notes"
    return Sheet("calk", *title, balance.columns, tuple(rows), balance.faults)


def policies(owner: str, standard: str, cite: str, layout: Layout, chart: Chart) -> list[tuple[str, str, str]]:
    """What the statements stand on: standard, layout, cash, receivables, fixed assets, equity, eliminations."""
    cash = ", ".join(f"{one.code} {one.id}" for _, one in sorted(chart.accounts.items()) if one.cash)
    return [
        ("entity", f"Laporan ini adalah laporan {owner}, disusun dari buku besar yang setiap buktinya seimbang.",
         f"These are the statements of {owner}, made from a ledger whose every voucher balances."),
        ("standard", f"Standar yang berlaku: {standard} ({cite}). Susunan pos: {layout.id}.",
         f"Standard in force: {standard} ({cite}). Layout: {layout.en}."),
        ("cash-policy", f"Kas dan setara kas: {cash}.", f"Cash and cash equivalents: {cash}."),
        ("accrual", "Pendapatan dan beban diakui pada bulan terjadinya, kecuali arus kas yang memakai dasar kas.",
         "Income and expense belong to the month they arose in; the cash flow alone is on a cash basis."),
        ("receivables", "Pinjaman dan piutang disajikan sesudah penyisihan; aset tetap sesudah akumulasi penyusutan.",
         "Loans and receivables stand after allowances, fixed assets after accumulated depreciation."),
        ("equity-policy", "Simpanan pokok dan wajib adalah ekuitas; simpanan sukarela dan berjangka kewajiban.",
         "Principal and mandatory savings are equity; voluntary savings and time deposits are liabilities."),
    ]


def _part(key: str, account: Account, amounts: tuple[int, ...]) -> Row:
    return Row(LINE, key, account.id, account.en, tuple(map(Cell, amounts)), code=account.code)


def _day(day: date) -> tuple[str, str]:
    """In both languages."""
    return short_day(day), short_day(day, "en")


def _sums(rows: Mapping[str, Row], columns: Iterable[int]) -> list[Cell]:
    return [added([Term(key, at) for key in rows], rows) for at in columns]
