"""The shapes that the library hands out: a line, the whole piece, its editions, what was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sidamping.domain.materials import Block
from sidamping.platform.attachments.store import Kept
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page
from sidamping.rules.forms import Label
from sidamping.rules.materials import Starter, pinned_starter


@dataclass(frozen=True)
class MaterialLine:
    """A piece in a list. `code` names it: a word of the starter set, or the identifier of an office's own.

    `version` is the rulebook file of a starter, `edition` the number of an office's; `office` is '' for starters.
    """

    code: str
    title: str
    summary: str
    topic: str
    format: str
    level: str
    programmes: tuple[str, ...]
    version: str = ""
    edition: int = 0
    office: str = ""
    status: str = ""

    @property
    def starter(self) -> bool:
        return bool(self.version)


@dataclass(frozen=True)
class LibraryPage:
    """The starter set on the first page, and a page of what offices added, newest first."""

    starters: tuple[MaterialLine, ...]
    own: Page


@dataclass(frozen=True)
class EditionLine:
    """One state of an office's piece in its history."""

    number: int
    by: str
    at: datetime
    why: str


@dataclass(frozen=True)
class RetirementLine:
    """Since when a piece is not offered any more."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True)
class MaterialCard:
    """A piece to read. `shown` is the edition on the page, `cite` the source of a starter; `may`: change."""

    line: MaterialLine
    blocks: tuple[Block, ...]
    body: str
    cite: str
    area: str
    file: Kept | None
    editions: tuple[EditionLine, ...]
    retired: RetirementLine | None
    may: frozenset[str]
    newest: int = 0

    @property
    def id(self) -> UUID:
        """The identifier of an office's own piece; ValueError for a starter."""
        return UUID(self.line.code)

    @property
    def outdated(self) -> bool:
        """Whether an older edition than the current one is shown."""
        return self.line.edition != self.newest


@dataclass(frozen=True)
class Current:
    """What a code stands for now: the rulebook file, or the edition; and since when it is not offered any more."""

    code: str
    version: str = ""
    edition_id: UUID | None = None
    retired_on: date | None = None


@dataclass(frozen=True)
class Handed:
    """A piece as it was handed over; `mark` tells its state: the number of an edition, the day of a starter's file."""

    code: str
    title: Label
    mark: str

    def __str__(self) -> str:
        return self.title.text(reader_language())


def handed(code: str, version: str, edition: Any) -> Handed:
    """The name of what was handed over, by what the record holds: a rulebook file or an edition. Unscoped."""
    if edition is not None:
        return Handed(code, Label(edition.title, edition.title), str(edition.number))
    found = pinned_starter(version)
    return Handed(code, found.title if found else Label(code, code), found.mark if found else "")


def starter_line(one: Starter) -> MaterialLine:
    """A piece of the starter set in the reader's language."""
    language = reader_language()
    return MaterialLine(
        one.code, one.title.text(language), one.summary.text(language), one.topic, one.format, one.level,
        one.programmes, one.version, status=one.status,
    )


def edition_line(row: Any, office: str) -> MaterialLine:
    """An edition of an office's piece."""
    return MaterialLine(
        str(row.material_id), row.title, row.summary, row.topic, row.format, row.level, tuple(row.programmes),
        edition=row.number, office=office,
    )
