"""Sheets in the reader's language for a page: rows that are not empty, amounts, and the accounts behind each line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sidamping.domain.ledger.sheets import TEXT, Column, Row, Sheet
from sidamping.domain.ledger.units import TOGETHER
from sidamping.platform.http.language import reader_language

MOST_NARROW = 4
MOVING = "ekuitas"
"""The sheet whose columns go from an opening to a closing balance, which is what an account then shows."""


@dataclass(frozen=True)
class ShownRow:
    """A row with its words; cells stand with the words of their column. `parts`: what a sum adds, row by row."""

    key: str
    level: str
    label: str
    code: str
    cells: tuple[tuple[str, int | str | None, bool], ...]
    accounts: tuple[tuple[str, str, int], ...]
    parts: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class ShownSheet:
    """A sheet ready for a template."""

    name: str
    title: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    remarks: tuple[str, ...]

    wide: bool

    @property
    def span(self) -> int:
        return len(self.columns) + 1


def shown(sheet: Sheet) -> ShownSheet:
    """The sheet as its reader sees it."""
    english = reader_language() == "en"

    def said(one: Sheet | Column | Row) -> str:
        return one.en if english else one.id

    def row(one: Row) -> ShownRow:
        pairs = zip(columns, one.cells, strict=False)
        cells = ((words, cell.value, isinstance(cell.value, str)) for words, cell in pairs)
        behind = ((account, told(amounts)) for account, amounts in one.accounts if any(amounts))
        accounts = ((account.code, account.en if english else account.id, amount) for account, amount in behind)
        return ShownRow(one.key, one.level, said(one), one.code, tuple(cells), tuple(accounts), tuple(parts(one)))

    def parts(one: Row) -> Iterator[tuple[str, str, int]]:
        """The rows that a sum adds; those of single accounts stand right above it."""
        adds = one.cells[main].adds if one.cells and not one.accounts else ()
        behind = ((rows_of[term.key], term) for term in adds)
        found = [(row.key, said(row), term.sign * row.value(term.column)) for row, term in behind if not row.code]
        yield from (part for part in found if part[2])

    def told(amounts: tuple[int, ...]) -> int:
        if sheet.columns[-1] == TOGETHER:
            return next(filter(None, amounts))
        return amounts[main]

    rows_of = {one.key: one for one in sheet.rows}
    main = -1 if sheet.name == MOVING or sheet.columns[-1] == TOGETHER else 0
    columns = tuple(said(one) for one in sheet.columns)
    rows = [row(one) for one in sheet.shown]
    remarks = tuple(en if english else id for id, en in sheet.remarks)
    return ShownSheet(sheet.name, said(sheet), said(sheet.first), columns, tuple(rows), remarks, is_wide(sheet))


def is_wide(sheet: Sheet) -> bool:
    """Whether the sheet needs the whole width, and cards on a phone."""
    return len(sheet.columns) > MOST_NARROW or any(one.kind == TEXT for one in sheet.columns)
