"""Writes tables into workbooks: styled headings, frozen panes, filters; never a formula or a link from data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

import xlsxwriter

from sidamping.platform.xlsx.columns import Column, Kind

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
KEPT_IN_MEMORY = 8 * 1024 * 1024
FORMATS = {
    Kind.TEXT: {"num_format": "@"},
    Kind.CODE: {"num_format": "@"},
    Kind.DATE: {"num_format": "dd/mm/yyyy", "align": "left"},
    Kind.NUMBER: {"num_format": "#,##0"},
    Kind.MONEY: {"num_format": '"Rp"#,##0'},
}
HEADING = {"bold": True, "bg_color": "#0F5C52", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
TITLE = {"bold": True, "font_size": 14}
Value = str | int | date | None


@dataclass(frozen=True)
class Table:
    """One sheet: its tab name, a title and lead lines above the table, the columns, the rows in column order."""

    tab: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    title: str = ""
    lead: Sequence[str] = ()


def write_book(tables: Sequence[Table]) -> IO[bytes]:
    """The workbook as an open file at its start; rows are written as they come, in constant memory."""
    out: IO[bytes] = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115  # the caller closes it
    with xlsxwriter.Workbook(out, {**SAFE, "constant_memory": True}) as book:
        formats = {kind: book.add_format(look) for kind, look in FORMATS.items()}
        for table in tables:
            _write(book, table, formats)
    out.seek(0)
    return out


def _write(book: Any, table: Table, formats: dict[Kind, Any]) -> None:
    sheet = book.add_worksheet(table.tab[:31])
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    top = _above(book, sheet, table)
    heading = book.add_format(HEADING)
    for place, column in enumerate(table.columns):
        sheet.write_string(top, place, column.label, heading)
    last = top
    for last, row in enumerate(table.rows, start=top + 1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, last, place, value, formats[column.kind])
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, max(last, top + 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _above(book: Any, sheet: Any, table: Table) -> int:
    """Title and lead lines; returns the row of the headings."""
    row = 0
    if table.title:
        sheet.write_string(row, 0, table.title, book.add_format(TITLE))
        row += 1
    for line in table.lead:
        sheet.write_string(row, 0, line)
        row += 1
    return row + 1 if row else 0


def _cell(sheet: Any, row: int, place: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, place, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, look)
    elif isinstance(value, int):
        sheet.write_number(row, place, value, look)
    else:
        sheet.write_string(row, place, value, look)
