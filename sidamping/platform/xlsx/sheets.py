"""Sheets of statements as a workbook with live formulas: a line adds its accounts, a sum adds its rows.

The value kept beside each formula is ours, so that a reader that does not reckon shows the same. Words stay words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from sidamping.domain.ledger.sheets import HEAD, LINE, MONEY, NOTE, SUM, TOTAL, Cell, Paper, Row, Sheet, Term
from sidamping.platform.xlsx.write import HEADING, SAFE, TITLE

ALWAYS = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
AMOUNT = '#,##0;(#,##0);"-"'
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "title": TITLE, "heading": HEADING, "small": {"font_size": 9, "font_color": "#5B6664", "text_wrap": True},
    "fault": {"bold": True, "font_color": "#8C301D", "text_wrap": True}, HEAD: {"bold": True},
    NOTE: {"text_wrap": True},
    LINE: {"num_format": AMOUNT, "text_wrap": True}, SUM: {"num_format": AMOUNT, "bold": True, "top": 1},
    "account": {"num_format": AMOUNT, "font_color": "#5B6664", "indent": 1},
    TOTAL: {"num_format": AMOUNT, "bold": True, "top": 1, "bottom": 6},
}  # fmt: skip
TAB = 31


def paper_xlsx(paper: Paper) -> bytes:
    """The workbook, a worksheet for each sheet; the same paper gives the same bytes."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {**SAFE, "in_memory": True}) as book:
        book.set_properties({"title": paper.said(paper.sheets[0]), "company": paper.owner, "created": ALWAYS})
        looks = {name: book.add_format({**BASE, **look}) for name, look in LOOKS.items()}
        for sheet in paper.sheets:
            _Written(book, looks, paper, sheet).write()
    return out.getvalue()


class _Written:
    """One worksheet from top to bottom; it remembers in which row each key came to stand."""

    def __init__(self, book: Any, looks: dict[str, Any], paper: Paper, sheet: Sheet) -> None:
        self.page, self.looks, self.paper, self.sheet = book.add_worksheet(paper.said(sheet)[:TAB]), looks, paper, sheet
        self.row, self.places = 0, dict[str, int]()

    def write(self) -> None:
        width = 18 if len(self.sheet.columns) <= 6 else 14
        self.page.set_column(0, 0, 44)
        self.page.set_column(1, len(self.sheet.columns), width)
        self._above()
        self.page.freeze_panes(self.row, 1)
        self.page.repeat_rows(self.row - 1)
        for one in self.sheet.rows:
            self._line(one)
        for id, en in self.sheet.remarks:
            self._words(en if self.paper.language == "en" else id, "small")
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        if len(self.sheet.columns) > 4:
            self.page.set_landscape()

    def _above(self) -> None:
        for text, look in ((self.paper.owner, "title"), (self.paper.said(self.sheet), "title"),
                           *((one, "small") for one in self.paper.lead)):
            self._words(text, look)
        for fault in self.sheet.faults:
            self._words(f"{fault.code} {fault.text(self.paper.language)}", "fault")
        self.row += 1
        for at, column in enumerate((self.sheet.first, *self.sheet.columns)):
            self.page.write_string(self.row, at, self.paper.said(column), self.looks["heading"])
        self.row += 1

    def _line(self, row: Row) -> None:
        """A row, then the accounts it adds, folded away."""
        self.places[row.key] = self.row
        said = self.paper.said(row)
        self.page.write_string(self.row, 0, f"{row.code} {said}" if row.code else said, self.looks[row.level])
        first, last = self.row + 1, self.row + len(row.accounts)
        for at, cell in enumerate(row.cells):
            self._cell(self.row, at, cell, self.looks[row.level], (first, last) if row.accounts else None)
        self.row += 1
        for account, amounts in row.accounts:
            label = f"{account.code} {self.paper.said(account)}".strip()
            self.page.write_string(self.row, 0, label, self.looks["account"])
            for at, amount in enumerate(amounts):
                self.page.write_number(self.row, at + 1, amount, self.looks["account"])
            self.page.set_row(self.row, None, None, {"level": 1})
            self.row += 1

    def _cell(self, row: int, at: int, cell: Cell, look: Any, below: tuple[int, int] | None) -> None:
        if isinstance(cell.value, str):
            self.page.write_string(row, at + 1, cell.value, look)
        elif cell.value is None:
            self.page.write_blank(row, at + 1, None, look)
        elif cell.adds:
            self.page.write_formula(row, at + 1, self._formula(cell.adds), look, cell.value)
        elif below and self.sheet.columns[at].kind == MONEY:
            first, last = (xl_rowcol_to_cell(one, at + 1) for one in below)
            self.page.write_formula(row, at + 1, f"=SUM({first}:{last})", look, cell.value)
        else:
            self.page.write_number(row, at + 1, cell.value, look)

    def _formula(self, terms: tuple[Term, ...]) -> str:
        """A sum of a whole run of rows as a range, else every cell by name."""
        cells = [(self.places[one.key], one.column + 1, one.sign) for one in terms]
        rows = [row for row, _, _ in cells]
        run = rows == list(range(rows[0], rows[0] + len(rows))) and len({column for _, column, _ in cells}) == 1
        if run and len(rows) > 1 and all(sign > 0 for _, _, sign in cells):
            return f"=SUM({xl_rowcol_to_cell(rows[0], cells[0][1])}:{xl_rowcol_to_cell(rows[-1], cells[0][1])})"
        return "=" + "".join(f"{'+' if sign > 0 else '-'}{xl_rowcol_to_cell(row, at)}" for row, at, sign in cells)

    def _words(self, text: str, look: str) -> None:
        self.page.write_string(self.row, 0, text, self.looks[look])
        self.row += 1
