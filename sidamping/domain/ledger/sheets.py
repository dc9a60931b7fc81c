"""A statement as rows and columns that pages, papers and workbooks share. A sum names the cells it adds, so that a
workbook writes it as a formula; its value here is reckoned from the same cells. Holds no word of a layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sidamping.domain.ledger.chart import Account
from sidamping.domain.problems import Problem

HEAD, LINE, SUM, TOTAL, NOTE = "head", "line", "sum", "total", "note"
MONEY, TEXT = "money", "text"


@dataclass(frozen=True)
class Term:
    """A cell that a sum adds, or takes away where the sign is below zero."""

    key: str
    column: int
    sign: int = 1


@dataclass(frozen=True)
class Cell:
    """An amount, words, or nothing; `adds` tells what the amount was made of."""

    value: int | str | None
    adds: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column after the words of the row."""

    id: str
    en: str
    kind: str = MONEY


@dataclass(frozen=True)
class Row:
    """A row: its words, a cell for each column (none for a head), and the accounts behind a line, by column."""

    level: str
    key: str
    id: str
    en: str
    cells: tuple[Cell, ...] = ()
    accounts: tuple[tuple[Account, tuple[int, ...]], ...] = ()
    code: str = ""

    @property
    def empty(self) -> bool:
        """A line without any amount; pages leave it out, papers keep it."""
        return self.level == LINE and not any(one.value for one in self.cells)

    def value(self, column: int = 0) -> int:
        """The amount of a column; words and nothing count as zero."""
        found = self.cells[column].value
        return found if isinstance(found, int) else 0


@dataclass(frozen=True)
class Sheet:
    """A whole statement. `faults` tell what does not agree; nothing is ever made to agree."""

    name: str
    id: str
    en: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    faults: tuple[Problem, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    first: Column = Column("Pos", "Item", TEXT)

    def row(self, key: str) -> Row:
        """The row of a key; KeyError when there is none."""
        return next((one for one in self.rows if one.key == key), None) or _missing(key)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows without lines of nothing, and without heads and sums that then have nothing between them."""
        rows = [one for one in self.rows if not one.empty]
        return tuple(one for at, one in enumerate(rows) if one.level != HEAD or _has_lines(rows[at + 1 :]))


@dataclass(frozen=True)
class Paper:
    """Sheets as they are printed: whose, lines under the name, the reader's language, words of the form, signers."""

    owner: str
    lead: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    language: str
    words: Mapping[str, str]
    signers: tuple[str, ...] = ()

    def said(self, one: Sheet | Row | Column | Account) -> str:
        """The words of a thing in the reader's language."""
        return one.en if self.language == "en" else one.id


def added(terms: Iterable[Term], rows: Mapping[str, Row]) -> Cell:
    """The cell that adds these."""
    found = tuple(terms)
    return Cell(sum(one.sign * rows[one.key].value(one.column) for one in found), found)


def first_column(sheet: Sheet) -> Sheet:
    """The sheet without what stands beside its first column."""
    rows = (
        replace(one, cells=one.cells[:1], accounts=tuple((account, seen[:1]) for account, seen in one.accounts))
        for one in sheet.rows
    )
    return replace(sheet, columns=sheet.columns[:1], rows=tuple(rows))


def _has_lines(after: list[Row]) -> bool:
    """Whether anything stands under a head before the next one."""
    return bool(after) and after[0].level != HEAD


def _missing(key: str) -> Row:
    raise KeyError(key)
