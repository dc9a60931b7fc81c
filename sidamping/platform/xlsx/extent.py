"""Measures how far the filled cells of a workbook reach before it is opened: the reader holds a whole sheet, from its
first to its last filled cell, in memory, and one stray cell at the far end of Excel's grid would fill the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from zipfile import ZipFile

CHUNK = 1024 * 1024
FILLED = re.compile(rb"<(?:\w+:)?c\b(?P<said>[^>]*)(?<!/)>")
"""A cell with content; an empty one, which only carries a look, closes itself."""
PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)([0-9]*)")
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"']([0-9]+)")


def widest_sheet(packed: ZipFile) -> int:
    """How many cells the largest sheet spans, filled or not."""
    return max((_spanned(packed, part.filename) for part in packed.infolist() if _is_sheet(part.filename)), default=0)


def _is_sheet(name: str) -> bool:
    return name.lower().endswith(".xml") and "sharedstrings" not in name.lower()


def _spanned(packed: ZipFile, name: str) -> int:
    """Rows times columns; a cell that does not say where it stands counts in the last row that is named."""
    last_row = last_column = named_row = unplaced = 0
    with packed.open(name) as part:
        for text in _whole_tags(part):
            named_row = max([named_row, *(int(row) for row in ROW.findall(text))])
            places = [PLACE.search(said) for said in FILLED.findall(text)]
            unplaced += places.count(None)
            found = {(place[1], place[2]) for place in places if place}
            last_row = max([last_row, *(int(number or 0) for _letters, number in found)])
            last_column = max([last_column, *(_column(letters) for letters in {one for one, _number in found})])
    return max(last_row, named_row if unplaced else 0) * max(last_column, 1 if unplaced else 0)


def _whole_tags(part: IO[bytes]) -> Iterator[bytes]:
    """The text in pieces that never cut a tag in two."""
    rest = b""
    while piece := part.read(CHUNK):
        text = rest + piece
        cut = text.rfind(b"<")
        if cut < 0:
            rest = b""
            continue
        yield text[:cut]
        rest = text[cut:]
    yield rest


def _column(letters: bytes) -> int:
    """'A' → 1, 'XFD' → 16384."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number
