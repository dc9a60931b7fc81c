"""Reads a table from an uploaded workbook: finds the heading row by its labels, keeps row numbers, judges each cell.

Refuses what is no workbook by its content, not by its name, and what is too large before it is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from python_calamine import CalamineError

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.platform.xlsx.cells import Raw, read_cell, text_of
from sidamping.platform.xlsx.columns import Column
from sidamping.platform.xlsx.sound import Limits, open_sound, refuse_unsound

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 50_000
MOST_CELLS = 4_000_000
"""So many cells its sheets may span: 50,000 rows of 80 columns. (Measured: 32 bytes a cell, 130 MB.)"""
HEADER_DEPTH = 20


@dataclass(frozen=True)
class SheetRow:
    """One row of data: its number as Excel shows it, its values by column key, its faults."""

    number: int
    values: dict[str, str | date | None]
    problems: tuple[Problem, ...]

    def text(self, key: str) -> str:
        """The value as text; '' when the sheet has no such column."""
        return str(self.values.get(key) or "")

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        return value if isinstance(value, date) else None


def read_table(
    content: bytes, columns: Sequence[Column], *, name: str = "", most_rows: int = MOST_ROWS
) -> tuple[SheetRow, ...]:
    """The rows below the headings of the first sheet that has them; empty rows are left out."""
    for lines in _sheets(content, name):
        found = _header(lines, columns)
        if found:
            top, places = found
            rows = tuple(_rows(lines, top, places, columns, most_rows))
            if not rows:
                raise Refused(problem("SHEETS_005", "file"))
            return rows
    missing = ", ".join(column.label for column in columns if column.required)
    raise Refused(problem("SHEETS_004", "file", missing=missing))


def _sheets(content: bytes, name: str) -> Iterator[list[list[Raw]]]:
    book = open_sound(content, name, _limits())
    try:
        for sheet in book.sheet_names:
            yield book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)  # type: ignore[misc]  # Raw is wider
    except CalamineError:
        raise Refused(problem("SHEETS_001", "file", name=name)) from None


def refuse_no_workbook(content: bytes, name: str) -> None:
    """SHEETS_001 for what is no .xlsx by its content, SHEETS_002 for what is too large, packed or unpacked,
    SHEETS_010 for a sheet whose filled cells lie too far apart."""
    refuse_unsound(content, name, _limits())


def _limits() -> Limits:
    return Limits(MOST_BYTES, MOST_UNPACKED, MOST_CELLS)


def _header(lines: list[list[Raw]], columns: Sequence[Column]) -> tuple[int, dict[str, int]] | None:
    """The row that carries every required label, and at which position each known label stands."""
    for top, line in enumerate(lines[:HEADER_DEPTH]):
        labels = {_label(text_of(cell)): place for place, cell in reversed(list(enumerate(line)))}
        places = {column.key: labels[_label(column.label)] for column in columns if _label(column.label) in labels}
        if all(column.key in places for column in columns if column.required):
            return top, places
    return None


def _label(text: str) -> str:
    return " ".join(text.replace("*", " ").split()).casefold()


def _rows(
    lines: list[list[Raw]], top: int, places: dict[str, int], columns: Sequence[Column], most: int
) -> Iterator[SheetRow]:
    read = [column for column in columns if column.key in places]
    count = 0
    for number, line in enumerate(lines[top + 1 :], start=top + 2):
        if not any(text_of(line[place]) for place in places.values()):
            continue
        count += 1
        if count > most:
            raise Refused(problem("SHEETS_003", "file", limit=most))
        yield _row(number, line, read, places)


def _row(number: int, line: list[Raw], columns: list[Column], places: dict[str, int]) -> SheetRow:
    values: dict[str, str | date | None] = {}
    problems: list[Problem] = []
    for column in columns:
        values[column.key], wrong = read_cell(line[places[column.key]], column, column.key)
        problems += wrong
    return SheetRow(number, values, tuple(problems))
