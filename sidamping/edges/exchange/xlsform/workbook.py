"""The three sheets of an XLSForm workbook as rows of texts, with everything that the subset does not know.

Refuses by content, not by name, what is no workbook, what is too large, and what lies too far apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from python_calamine import CalamineError

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.exchange.xlsform.columns import (
    CHOICES,
    FOREIGN_SHEETS,
    KNOWN,
    NEEDED,
    SETTINGS,
    SURVEY,
    heading,
    is_known,
    shown,
)
from sidamping.platform.xlsx.cells import Raw, text_of
from sidamping.platform.xlsx.sound import Limits, open_sound

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_CELLS = 500_000
"""So many cells its sheets may span together, filled or not: 2,000 rows of 100 columns, twice, and some more."""
MOST_COLUMNS = 100
MOST_ROWS = 2000
"""The last row that is looked at; empty rows between count too."""
MOST_FAULTS = 1000
"""After so many faults of cells nobody reads on; those of the rows still follow."""
ERRORS = frozenset({"#REF", "#N/A", "#VALUE", "#DIV/0", "#NAME", "#NULL", "#NUM"})
REFERENCE = "${"


@dataclass(frozen=True)
class Row:
    """One filled row: its sheet, its number as Excel shows it, its texts by column."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def fault(self, code: str, **values: object) -> Problem:
        """A problem that names this row."""
        return problem(code, f"{self.sheet}!{self.number}", sheet=self.sheet, row=self.number, **values)


@dataclass(frozen=True)
class Book:
    """The rows of the three sheets, and what is wrong with cells and headings."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: tuple[Row, ...]
    problems: list[Problem] = field(default_factory=list)


def read_book(name: str, content: bytes) -> Book:
    """The sheets of the workbook; Refused when it is no workbook of a form's size."""
    if len(content) > MOST_BYTES:
        size, limit = round(len(content) / 1024 / 1024, 1), MOST_BYTES // 1024 // 1024
        raise Refused(problem("EXCHANGE_025", "file", name=name, size=size, limit=limit))
    problems: list[Problem] = []
    lines = _lines(name, content, problems)
    if SURVEY not in lines or SETTINGS not in lines:
        missing = [sheet for sheet in (SURVEY, SETTINGS) if sheet not in lines]
        raise Refused([*problems, *(problem("EXCHANGE_001", "file", name=name, sheet=one) for one in missing)])
    rows = {sheet: tuple(_rows(sheet, lines.get(sheet, ()), problems)) for sheet in KNOWN}
    return Book(rows[SURVEY], rows[CHOICES], rows[SETTINGS], problems)


def _lines(name: str, content: bytes, problems: list[Problem]) -> dict[str, Sequence[Sequence[Raw]]]:
    """The cells of each known sheet by its name in small letters."""
    found: dict[str, Sequence[Sequence[Raw]]] = {}
    book = open_sound(content, name, Limits(MOST_BYTES, MOST_UNPACKED, MOST_CELLS))
    try:
        for title in book.sheet_names:
            sheet = title.strip().lower()
            if sheet in FOREIGN_SHEETS:
                problems.append(problem("EXCHANGE_034", title, sheet=title))
            elif sheet in KNOWN:
                found[sheet] = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except CalamineError:
        raise Refused(problem("SHEETS_001", "file", name=name)) from None
    return found


def _rows(sheet: str, lines: Sequence[Sequence[Raw]], problems: list[Problem]) -> Iterator[Row]:
    if not lines:
        return
    columns = _columns(sheet, [text_of(cell) for cell in lines[0][:MOST_COLUMNS]], problems)
    if len(lines[0]) > MOST_COLUMNS:
        problems.append(problem("EXCHANGE_036", sheet, sheet=sheet, limit=MOST_COLUMNS))
    if len(lines) > MOST_ROWS:
        problems.append(problem("EXCHANGE_024", sheet, sheet=sheet, limit=MOST_ROWS))
    for number, line in enumerate(lines[1:MOST_ROWS], 2):
        texts = [text_of(cell) for cell in line[:MOST_COLUMNS]]
        if not any(texts):
            continue
        row = Row(sheet, number, {key: text for key, text in zip(columns, texts, strict=False) if text})
        if len(problems) < MOST_FAULTS:
            problems.extend(_cells(row))
        yield row


def _columns(sheet: str, headings: list[str], problems: list[Problem]) -> list[str]:
    """The key of each column; one without a heading goes by its letter."""
    keys = [heading(text) if text else _letter(place) for place, text in enumerate(headings)]
    for key in NEEDED[sheet]:
        if key not in keys:
            problems.append(problem("EXCHANGE_002", sheet, sheet=sheet, column=shown(key)))
    for key in dict.fromkeys(key for key in keys if is_known(sheet, key) and keys.count(key) > 1):
        problems.append(problem("EXCHANGE_035", sheet, sheet=sheet, column=shown(key)))
    return keys


def _cells(row: Row) -> Iterator[Problem]:
    """Filled cells of other columns, formula errors, and references to other answers."""
    for key, text in row.cells.items():
        if not is_known(row.sheet, key):
            known = ", ".join(KNOWN[row.sheet])
            yield row.fault("EXCHANGE_003", column=key, seen=_short(text), known=known)
        elif text.rstrip("!?") in ERRORS:
            yield row.fault("EXCHANGE_023", column=shown(key), seen=text)
        elif REFERENCE in text:
            yield row.fault("EXCHANGE_026", column=shown(key), seen=_short(text[text.index(REFERENCE):]))


def _letter(place: int) -> str:
    """0 → 'a', 26 → 'aa'."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(97 + rest) + name
    return name


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
