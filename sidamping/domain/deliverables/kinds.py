"""What a kind of deliverable is made of: cells of text, lists, tables, checks and proofs. Rules build it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sidamping.domain.periods import Month

TEXT, LINES, TABLE, CHECK, PROOF = "text", "lines", "table", "check", "proof"
CELLS = (TEXT, LINES, TABLE, CHECK, PROOF)
"""A check is something the work must contain, ticked once it does; a proof is a file, with a remark where needed."""
WORDS, RUPIAH, NUMBER, SCALE, CHOICE, DAY, PHOTO = "words", "rupiah", "number", "scale", "choice", "day", "photo"
COLUMNS = (WORDS, RUPIAH, NUMBER, SCALE, CHOICE, DAY, PHOTO)
LOWEST, HIGHEST = 1, 5
"""The ends of every scale on a sheet, such as power and interest of a stakeholder."""


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    id: str = ""
    en: str = ""

    def text(self, language: str = "id") -> str:
        return self.en if language.startswith("en") else self.id


@dataclass(frozen=True)
class Column:
    """A column of a table; `options` (code → words) belong to choices."""

    key: str
    label: Words
    kind: str
    required: bool = False
    options: tuple[tuple[str, Words], ...] = ()

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(code for code, _ in self.options)


@dataclass(frozen=True)
class Cell:
    """A place on the sheet. `place`: column, row, columns and rows it spans on the printed grid; `tone` its colour."""

    key: str
    label: Words
    hint: Words
    kind: str
    required: bool = False
    place: tuple[int, int, int, int] | None = None
    tone: str = ""
    columns: tuple[Column, ...] = ()

    @property
    def photos(self) -> tuple[Column, ...]:
        return tuple(one for one in self.columns if one.kind == PHOTO)


@dataclass(frozen=True)
class Sum:
    """A figure under the tables: columns added (`plus`) and taken away (`minus`), each as 'cell.column'."""

    key: str
    label: Words
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of deliverable in one version, with where it came from.

    layout: 'grid' (cells on a canvas), 'map' (points by two scales), 'catalogue' (cards with photos), 'list' (one
    below the other), 'checklist' (files and what they must contain).
    facts: what is put on the sheet from the records, by name.
    repeats: 'month' where a mentee has one sheet a month, which then is named after it ('2026-11').
    """

    name: str
    version: str
    starts: date
    sha256: str
    status: str
    cite: str
    title: Words
    purpose: Words
    about: tuple[str, ...]
    layout: str
    landscape: bool
    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    facts: tuple[str, ...] = ()
    repeats: str = ""

    def told(self, name: str, language: str = "id") -> str:
        """The name of a sheet as people read it: of a month, 'November 2026'."""
        return Month.parse(name).label(language) if self.repeats else name

    @cached_property
    def by_key(self) -> dict[str, Cell]:
        return {one.key: one for one in self.cells}

    @cached_property
    def proofs(self) -> tuple[Cell, ...]:
        """The cells that hold a file."""
        return tuple(one for one in self.cells if one.kind == PROOF)

    def scales(self) -> Iterator[tuple[Cell, Column]]:
        """The columns that place a row on the map, in order: across, then up."""
        return ((cell, one) for cell in self.cells for one in cell.columns if one.kind == SCALE)
