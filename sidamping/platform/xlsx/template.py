"""Writes an empty workbook to fill in: the headings, choices to pick from, a sheet that explains each column."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from typing import IO, Any

import xlsxwriter

from sidamping.platform.xlsx.columns import Column
from sidamping.platform.xlsx.write import FORMATS, HEADING, KEPT_IN_MEMORY, SAFE, TITLE

FILLABLE_ROWS = 5000
LISTS = "Daftar"


def write_template(
    tab: str, columns: Sequence[Column], *, lead: Sequence[str], example: Sequence[str],
    places: Sequence[tuple[str, str]] = (),
) -> IO[bytes]:
    """Sheets: the table to fill, 'Petunjuk', 'Daftar' with the choices, 'Wilayah' with codes and names of villages."""
    out: IO[bytes] = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115  # the caller closes it
    with xlsxwriter.Workbook(out, SAFE) as book:
        sheet = book.add_worksheet(tab[:31])
        _guide(book, columns, lead, example)
        _lists(book, sheet, columns)
        _headings(book, sheet, columns)
        if places:
            _places(book, places)
    out.seek(0)
    return out


def _headings(book: Any, sheet: Any, columns: Sequence[Column]) -> None:
    heading = book.add_format(HEADING)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, book.add_format(FORMATS[column.kind]))
        sheet.write_string(0, place, f"{column.label} *" if column.required else column.label, heading)
        if column.hint:
            sheet.write_comment(0, place, column.hint)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, FILLABLE_ROWS, len(columns) - 1)


def _lists(book: Any, sheet: Any, columns: Sequence[Column]) -> None:
    chosen = [(place, column) for place, column in enumerate(columns) if column.choices]
    if not chosen:
        return
    lists = book.add_worksheet(LISTS)
    heading = book.add_format(HEADING)
    for at, (place, column) in enumerate(chosen):
        lists.set_column(at, at, 34)
        lists.write_string(0, at, column.label, heading)
        lists.write_column(1, at, column.choices)
        letter = xlsxwriter.utility.xl_col_to_name(at)
        source = f"={LISTS}!${letter}$2:${letter}${len(column.choices) + 1}"
        sheet.data_validation(1, place, FILLABLE_ROWS, place, {"validate": "list", "source": source})


def _guide(book: Any, columns: Sequence[Column], lead: Sequence[str], example: Sequence[str]) -> None:
    guide = book.add_worksheet("Petunjuk")
    guide.set_column(0, 0, 26)
    guide.set_column(1, 1, 12)
    guide.set_column(2, 2, 70)
    guide.set_column(3, 3, 30)
    guide.write_string(0, 0, "Cara mengisi", book.add_format(TITLE))
    for row, line in enumerate(lead, start=1):
        guide.write_string(row, 0, line)
    top = len(lead) + 2
    guide.write_row(top, 0, ["Kolom", "Wajib", "Keterangan", "Contoh"], book.add_format(HEADING))
    for row, (column, sample) in enumerate(zip(columns, example, strict=True), start=top + 1):
        guide.write_row(row, 0, [column.label, "ya" if column.required else "", column.hint, sample])


def _places(book: Any, places: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("Wilayah")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 70)
    sheet.write_row(0, 0, ["Kode desa", "Desa, kecamatan, kabupaten/kota, provinsi"], book.add_format(HEADING))
    for row, pair in enumerate(places, start=1):
        sheet.write_row(row, 0, pair)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(places), 1)
