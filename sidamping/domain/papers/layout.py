"""The format of a paper as composition needs it: taken from the dated format file, translated by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Column:
    """One column of the annex table."""

    key: str
    label: str
    align: str = "left"
    width: str = ""
    narrative: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the development report: a stock (closing figure) or a flow (sum of the months)."""

    code: str
    label: str
    measure: str
    unit: str
    signed: bool = False

    @property
    def is_stock(self) -> bool:
        return self.measure == "stock"


@dataclass(frozen=True)
class Slot:
    """One signature block: its slot code and the words above the name."""

    code: str
    label: str


@dataclass(frozen=True)
class CopyTo:
    """One of the copies: its number, for whom, through whom, and the role that confirms its receipt."""

    no: int
    recipient: str
    via: str = ""
    role: str = ""


@dataclass(frozen=True)
class Cell:
    """A heading of a report: written by the mentor ('narrative'), composed from records, or a heading alone ('')."""

    key: str
    heading: str
    level: int = 2
    content: str = "narrative"
    source: str = ""
    required: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Step:
    """One act on the path of the paper: who does it, and whether they may return the paper instead."""

    action: str
    role: str
    may_return: bool = False


@dataclass(frozen=True)
class Layout:
    """A paper format in force."""

    name: str
    starts: date
    sha256: str
    title: str
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    slots: tuple[Slot, ...] = ()
    steps: tuple[Step, ...] = ()
    copies: tuple[CopyTo, ...] = ()
    cells: tuple[Cell, ...] = ()
    letterhead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    orientation: str = "landscape"
    heading: tuple[tuple[str, str], ...] = ()
    subtitle: str = ""
    place: str = ""


@dataclass(frozen=True)
class Span:
    """The period of a paper with its printed name ('Oktober 2026', '2026')."""

    start: date
    end: date
    label: str
