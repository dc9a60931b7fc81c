"""Measures one part of a workbook before the reader sees it: how many cells it spans, how much text it spreads.

The reader holds a whole sheet, to its last filled cell, in memory: one stray cell at the far end of Excel's grid, or
one long text that stands in many cells, would fill the machine.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import IO, NoReturn
from xml.parsers import expat

CHUNK = 256 * 1024
GRID_ROWS = 1_048_576
GRID_COLUMNS = 16_384
STRING_COST = 64
"""What the reader keeps for each shared text besides its letters, in bytes."""
PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class Unreadable(Exception):
    """No XML in UTF-8 without a document type, or a place outside Excel's grid."""


class TooFar(Exception):
    """More cells than the reader may hold."""


class TooHeavy(Exception):
    """More text than the reader may hold; carries how many bytes were counted when counting stopped."""


@dataclass
class Extent:
    """What the parts measured so far come to, and what they may come to at most."""

    most_cells: int
    most_text: int
    cells: int = 0
    text: int = 0
    sheets: int = 0
    lengths: array[int] = field(default_factory=lambda: array("Q"))
    """The letters of each shared text, in its order."""

    def weigh(self, octets: int) -> None:
        self.text += octets
        if self.text > self.most_text:
            raise TooHeavy(self.text)

    def used(self, index: str) -> None:
        """One more cell shows this shared text; an index that is none counts as the longest."""
        plain = index.isascii() and index.isdecimal() and int(index[:9]) < len(self.lengths)
        self.weigh(self.lengths[int(index[:9])] if plain else max(self.lengths, default=0))

    def count(self, part: IO[bytes], *, strings: bool) -> None:
        """Measure one part; only one part of a workbook may hold the shared texts."""
        measured = _Part(self, strings)
        try:
            while piece := part.read(CHUNK):
                if b"\0" in piece:
                    raise Unreadable
                measured.parser.Parse(piece)
            measured.parser.Parse(b"", True)
        except expat.ExpatError:
            raise Unreadable from None
        self.cells += measured.spanned


class _Part:
    """The handlers of the XML reader, and where in the sheet they stand; rows and columns count from 1."""

    def __init__(self, extent: Extent, strings: bool) -> None:
        self.extent, self.strings = extent, strings
        self.row = self.column = 1
        self.last_row = self.last_column = self.filled = self.spanned = 0
        self.place: tuple[int, int] | None = None
        self.shared = False
        self.text: list[str] | None = None
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.StartDoctypeDeclHandler = _refuse

    def _start(self, tag: str, said: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if self.place is not None:
            self._fill(self.place)
            if tag == "v" and self.shared:
                self.text = []
        if tag == "c":
            self._cell(said)
        elif tag == "row" and "r" in said:
            self.row = _row(said["r"])
        elif tag == "dimension" and "ref" in said:
            _check_dimension(said["ref"])
        elif tag == "si":
            self._string()
        elif tag == "sheet":
            self.extent.sheets += 1

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self.place = None
            self.column += 1
        elif tag == "row":
            self.row += 1
            self.column = 1
        elif tag == "v" and self.text is not None:
            self.extent.used("".join(self.text))
            self.text = None

    def _said(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)
        elif self.strings and self.extent.lengths:
            self.extent.lengths[-1] += len(text)
            self.extent.weigh(len(text))

    def _string(self) -> None:
        if not self.strings:
            raise Unreadable
        self.extent.lengths.append(0)
        self.extent.weigh(STRING_COST)

    def _cell(self, said: dict[str, str]) -> None:
        row, column = _place(said["r"]) if "r" in said else (self.row, self.column)
        self.column = column
        self.place, self.shared = (row, column), said.get("t") == "s"

    def _fill(self, place: tuple[int, int]) -> None:
        """A cell with content; an empty one, which only carries a look, is not kept by the reader."""
        self.filled += 1
        self.last_row, self.last_column = max(self.last_row, place[0]), max(self.last_column, place[1])
        self.spanned = max(self.filled, self.last_row * self.last_column)
        if self.extent.cells + self.spanned > self.extent.most_cells:
            raise TooFar


def _refuse(*_said: object) -> NoReturn:
    raise Unreadable


def _place(text: str) -> tuple[int, int]:
    """'B7' → (7, 2)."""
    found = PLACE.fullmatch(text)
    if not found:
        raise Unreadable
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    if column > GRID_COLUMNS:
        raise Unreadable
    return _row(found[2]), column


def _row(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 7 and 1 <= int(text) <= GRID_ROWS):
        raise Unreadable
    return int(text)


def _check_dimension(text: str) -> None:
    """'A1' or 'A1:B2', the first not behind the last."""
    first, _sign, last = text.partition(":")
    start, end = _place(first), _place(last or first)
    if start[0] > end[0] or start[1] > end[1]:
        raise Unreadable
