"""Sheets in the reader's language for a page: rows that are not empty, amounts, and the accounts behind each line."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.domain.ledger.sheets import Column, Row, Sheet
from sidamping.platform.http.language import reader_language


@dataclass(frozen=True)
class ShownRow:
    """A row with its words; cells stand with the words of their column."""

    level: str
    label: str
    code: str
    cells: tuple[tuple[str, int | str | None], ...]
    accounts: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class ShownSheet:
    """A sheet ready for a template."""

    name: str
    title: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    remarks: tuple[str, ...]

    @property
    def span(self) -> int:
        return len(self.columns) + 1


def shown(sheet: Sheet) -> ShownSheet:
    """The sheet as its reader sees it."""
    english = reader_language() == "en"

    def said(one: Sheet | Column | Row) -> str:
        return one.en if english else one.id

    columns = tuple(said(one) for one in sheet.columns)
    rows = tuple(
        ShownRow(one.level, said(one), one.code, tuple(zip(columns, (cell.value for cell in one.cells), strict=False)),
                 tuple((account.code, account.en if english else account.id, amounts[-1 if _moves(sheet) else 0])
                       for account, amounts in one.accounts if any(amounts)))
        for one in sheet.shown
    )  # fmt: skip
    remarks = tuple(en if english else id for id, en in sheet.remarks)
    return ShownSheet(sheet.name, said(sheet), said(sheet.first), columns, rows, remarks)


def _moves(sheet: Sheet) -> bool:
    """Whether the columns go from an opening to a closing balance, which is what an account then shows."""
    return sheet.name == "ekuitas"
