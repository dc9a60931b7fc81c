"""A bank's CSV as lines of day, text and amount, by the columns somebody named; all its faults at once.

Banks write in many ways: '05/10/2026', '2026-10-05', '1.250.000,00', '1,250,000.00', '5000 CR', '5000 DB'.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.problems import Problem, Refused, problem

LEAST_COLUMNS, MOST_ROWS, LONGEST = 2, 5000, 240
DELIMITERS = ",;\t|"
DAY = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})(?:[ T].*)?")
AMOUNT = re.compile(r"(?:rp\.?|idr)?\s*([+-]?)\s*(?:rp\.?)?\s*([\d.,]+)\s*(cr|db|k|d|-)?\.?", re.IGNORECASE)
OUT = ("db", "d", "-")
HEADINGS = {
    "day": r"tanggal|tgl|date", "text": r"keterangan|uraian|deskripsi|berita|remark|description|detail",
    "came": r"masuk|kredit|credit|setoran", "went": r"keluar|debit|debet|penarikan",
    "amount": r"jumlah|nominal|mutasi|amount",
}  # fmt: skip
"""What banks write over their columns; to a bank, what its customer takes out is debit."""


@dataclass(frozen=True)
class Csv:
    """The rows of a file as texts, the headings first."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class BankRow:
    """One line: money in above zero, out below; `nth` counts lines that are otherwise alike."""

    day: date
    text: str
    amount: int
    nth: int


def read_csv(name: str, content: bytes) -> Csv:
    """The table in the bytes; Refused with BOOKS_061 when there is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text or not text.strip():
        raise _unread(name, "bukan teks" if text.strip() else "kosong")
    counts = {mark: sum(line.count(mark) for line in text.splitlines()[:20]) for mark in DELIMITERS}
    mark = max(counts, key=lambda one: counts[one])
    try:
        rows = [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error as error:
        raise _unread(name, str(error)) from None
    rows = [row for row in rows if any(row)]
    wide = Counter(len(row) for row in rows).most_common(1)[0][0]
    table = [row for row in rows if len(row) >= wide]
    if wide < LEAST_COLUMNS or len(table) < 2:
        raise _unread(name, "tidak ada kolom")
    if len(table) > MOST_ROWS:
        raise _unread(name, f"lebih dari {MOST_ROWS} baris")
    return Csv(table[0], tuple(table[1:]))


def guessed_columns(table: Csv) -> dict[str, int]:
    """Which column means what, as far as the headings say so; one column of amounts only where two are not named."""
    found: dict[str, int] = {}
    for at, head in enumerate(table.head):
        if (meaning := _meaning(head)) and meaning not in found:
            found[meaning] = at
    left_out = ("amount",) if {"came", "went"} <= found.keys() else ("came", "went")
    return {key: at for key, at in found.items() if key not in left_out}


def bank_rows(table: Csv, columns: Mapping[str, int]) -> tuple[BankRow, ...]:
    """The lines by the columns `day`, `text` and either `amount` or `came` and `went`; Refused with every bad cell."""
    found: list[tuple[date, str, int]] = []
    wrong: list[Problem] = []
    for number, row in enumerate(table.rows, 2):
        day, amount, faults = _row(number, row, columns)
        wrong += faults
        if day is not None and amount:
            found.append((day, _cell(row, columns["text"])[:LONGEST] or "-", amount))
    if wrong:
        raise Refused(wrong)
    seen: Counter[tuple[date, str, int]] = Counter()
    lines = []
    for one in found:
        seen[one] += 1
        lines.append(BankRow(*one, seen[one]))
    return tuple(lines)


def read_day(text: str) -> date | None:
    """Day first, as banks here write it, unless the year stands first; None for anything else."""
    parts = DAY.fullmatch(text.strip())
    if parts is None:
        return None
    first, middle, last = (int(one) for one in parts.groups())
    year, day = (first, last) if len(parts[1]) == 4 else (last, first)
    try:
        return date(year + 2000 if year < 100 else year, middle, day)
    except ValueError:
        return None


def read_amount(text: str) -> int | None:
    """Whole rupiah with its sign; None when it is no amount, or has a fraction of a rupiah."""
    found = AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    digits = re.sub(r"[.,]0{1,2}$", "", found[2])
    groups = re.split(r"[.,]", digits)
    if not groups[0] or any(len(one) != 3 for one in groups[1:]):
        return None
    amount = int("".join(groups))
    return -amount if found[1] == "-" or (found[3] or "").lower() in OUT else amount


def _meaning(head: str) -> str:
    """What a heading names; both ways in one are an amount with its sign."""
    said = [key for key, words in HEADINGS.items() if re.search(words, head, re.IGNORECASE)]
    both = "came" in said and "went" in said
    return "amount" if both else said[0] if said else ""


def _row(number: int, row: Sequence[str], columns: Mapping[str, int]) -> tuple[date | None, int, list[Problem]]:
    """Rows without a day and an amount, such as balances carried over, are passed by."""
    said = [_cell(row, columns[key]) for key in ("amount", "came", "went") if key in columns]
    told = _cell(row, columns["day"])
    if not told and not any(said):
        return None, 0, []
    day, wrong = read_day(told), []
    if day is None:
        wrong.append(problem("BOOKS_062", f"row-{number}", row=number, seen=told[:30]))
    amount = 0
    for key in ("amount", "came", "went"):
        if key in columns and (cell := _cell(row, columns[key])):
            read = read_amount(cell)
            if read is None:
                wrong.append(problem("BOOKS_063", f"row-{number}", row=number, seen=cell[:30]))
            else:
                amount += -abs(read) if key == "went" else read
    return day, amount, wrong


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _unread(name: str, seen: str) -> Refused:
    return Refused(problem("BOOKS_061", "file", name=name[-60:], seen=seen))
