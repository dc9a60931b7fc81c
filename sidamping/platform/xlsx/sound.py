"""Opens an uploaded workbook for reading, and hands the reader nothing that was not measured before.

The parts that were measured are packed anew: no name, no second copy and no other format inside the file can lead the
reader to anything else.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook

from sidamping.domain.problems import Refused, problem
from sidamping.platform.xlsx.extent import Extent, TooFar, TooHeavy, Unreadable

MEGABYTE = 1024 * 1024
MOST_SHEETS = 60
FOLDER = "xl/"
FORMAT = "_rels/.rels"
"""Besides the folder: this part tells the reader which format it is."""
WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedstrings.xml"
XML = (".xml", ".rels")
ERROR = re.compile(rb'(<(?:\w+:)?c\b[^<>]*\st=)"e"')
"""The kind of a cell whose formula came to an error."""


@dataclass(frozen=True)
class Limits:
    """The most a workbook may have: bytes as sent, bytes when unpacked and spread over its cells, cells."""

    packed: int
    unpacked: int
    cells: int


def refuse_unsound(content: bytes, name: str, limits: Limits) -> None:
    """SHEETS_001 for what is no .xlsx by its content, SHEETS_002 for what is too large, packed or unpacked,
    SHEETS_010 for a sheet whose filled cells lie too far apart."""
    with _unpacked(content, name, limits) as packed:
        _measured(packed, name, limits)


def open_sound(content: bytes, name: str, limits: Limits) -> CalamineWorkbook:
    """The workbook without anything that was not measured; refused like above."""
    copy = io.BytesIO()
    with _unpacked(content, name, limits) as packed:
        parts = _measured(packed, name, limits)
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for part in parts:
                with packed.open(part) as source, out.open(_plain(part), "w") as target:
                    _copy_telling_errors(source, target)
    copy.seek(0)
    try:
        return CalamineWorkbook.from_filelike(copy)
    except CalamineError:
        raise Refused(problem("SHEETS_001", "file", name=name)) from None


def _copy_telling_errors(source: IO[bytes], target: IO[bytes]) -> None:
    """Cells that Excel could not reckon become the words of it ('#REF!'), for the reader leaves them empty."""
    rest = b""
    while chunk := source.read(MEGABYTE):
        whole, end, rest = (rest + chunk).rpartition(b">")
        read = whole + end or rest
        target.write(ERROR.sub(rb'\1"str"', read) if b't="e"' in read else read)
        rest = rest if end else b""
    target.write(rest)


@contextmanager
def _unpacked(content: bytes, name: str, limits: Limits) -> Iterator[zipfile.ZipFile]:
    if len(content) > limits.packed:
        raise _too_large(name, round(len(content) / MEGABYTE, 1), limits.packed)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield packed
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError):  # the last for odd packings
        raise Refused(problem("SHEETS_001", "file", name=name)) from None


def _measured(packed: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The parts that the reader may see, the shared texts first."""
    parts = [part for part in packed.infolist() if _is_wanted(part)]
    names = [_lower(part) for part in parts]
    if WORKBOOK not in names or len(names) != len(set(names)):
        raise Refused(problem("SHEETS_001", "file", name=name))
    unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > limits.unpacked:
        raise _too_large(name, unpacked // MEGABYTE, limits.unpacked)
    extent = Extent(limits.cells, limits.unpacked)
    try:
        parts.sort(key=lambda one: _lower(one) != STRINGS)
        kept = [part for part in parts if _is_sound(packed, part, extent)]
    except TooFar:
        raise Refused(problem("SHEETS_010", "file", name=name)) from None
    except TooHeavy as heavy:
        raise _too_large(name, heavy.args[0] // MEGABYTE, limits.unpacked) from None
    except Unreadable:
        raise Refused(problem("SHEETS_001", "file", name=name)) from None
    if extent.sheets > MOST_SHEETS:
        raise Refused(problem("SHEETS_001", "file", name=name))
    return kept


def _is_sound(packed: zipfile.ZipFile, part: zipfile.ZipInfo, extent: Extent) -> bool:
    """False for a picture and the like, which the reader does without; Unreadable for XML that is none."""
    try:
        with packed.open(part) as source:
            extent.count(source, strings=_lower(part) == STRINGS)
    except Unreadable:
        if _lower(part).endswith(XML):
            raise
        return False
    return True


def _is_wanted(part: zipfile.ZipInfo) -> bool:
    return _lower(part) == FORMAT or (_lower(part).startswith(FOLDER) and not part.is_dir())


def _plain(part: zipfile.ZipInfo) -> str:
    return part.filename.replace("\\", "/")


def _lower(part: zipfile.ZipInfo) -> str:
    """The name as the reader compares it."""
    return _plain(part).lower()


def _too_large(name: str, size: float, limit: int) -> Refused:
    return Refused(problem("SHEETS_002", "file", name=name, size=size, limit=limit // MEGABYTE))
