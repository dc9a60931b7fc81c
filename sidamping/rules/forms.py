"""The dataclasses books.py hands out: what a paper format and a code are made of. No reading here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Label:
    """A text in both languages."""

    id: str
    en: str

    def text(self, lang: str = "id") -> str:
        return self.en if lang.startswith("en") else self.id

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True)
class Code:
    """A code of a list. A retired code keeps its label but can no longer be chosen."""

    code: str
    id: str
    en: str
    retired: bool = False
    parent: str = ""
    note: str = ""
    hint: Label | None = None
    cite: str = ""

    def text(self, lang: str = "id") -> str:
        return self.en if lang.startswith("en") else self.id


@dataclass(frozen=True)
class RuleKey:
    """A value of a rule, by name: which rule and which key in it."""

    rule: str
    key: str


@dataclass(frozen=True)
class Copy:
    """One of the numbered copies: for whom ('{regency}' is filled in), through whom, which role receives it here."""

    no: int
    recipient: str
    via: str = ""
    role: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a paper's table; `narrative` cells may be edited; `en` is for screens, `label` is as printed."""

    key: str
    label: str
    align: str
    width: str
    en: str
    source: str = ""
    narrative: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a paper of figures: people or rupiah, stock (state on the last day) or flow (sum of the month).

    `signed` lines may fall below zero: a loss is a true figure.
    """

    no: int
    code: str
    label: Label
    unit: str
    nature: str
    note: str = ""
    signed: bool = False


@dataclass(frozen=True)
class Section:
    """A heading of a report: '' (heading only), 'narrative' (written) or 'composed' (from records, see `source`)."""

    key: str
    heading: str
    en: str
    level: int
    content: str = ""
    source: str = ""
    required: bool = False
    hint: Label | None = None


@dataclass(frozen=True)
class Signer:
    """A signature block; `optional` blocks may be left out in print (C16)."""

    slot: str
    role: str
    label: str
    optional: bool = False


@dataclass(frozen=True)
class ActStep:
    """A state of a paper in order: who brings it about, and whether they may return it with remarks instead."""

    action: str
    role: str
    may_return: bool = False


@dataclass(frozen=True)
class PaperFormat:
    """The layout of an official paper in one version. `title` and `subtitle` are as printed; `label` is for screens.

    A `voluntary` paper may be written but is asked of nobody.
    """

    name: str
    version: str
    starts: date
    sha256: str
    status: str
    label: Label
    title: str
    subtitle: str
    programmes: tuple[str, ...]
    subject: str
    cadence: str
    voluntary: bool
    orientation: str
    number: str
    due: RuleKey
    heading: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    signers: tuple[Signer, ...]
    acts: tuple[ActStep, ...]
    copies: tuple[Copy, ...]
    notes: Mapping[str, Label]
    data: Mapping[str, Any] = field(repr=False, compare=False)

    @property
    def narrative(self) -> tuple[str, ...]:
        """Keys of what may be written by hand: columns marked so, and narrative sections."""
        cells = tuple(column.key for column in self.columns if column.narrative)
        return cells + tuple(section.key for section in self.sections if section.content == "narrative")
