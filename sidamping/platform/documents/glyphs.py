"""Which letters the printing fonts hold, read from their tables, so that an emoji never keeps a paper from printing."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
UNKNOWN = "\ufffd"
PLAIN = {"→": "->", "←": "<-", "●": "•", "▪": "•", "‣": "•", "✓": "√", "✔": "√", "☐": "[ ]", "☑": "[√]", "−": "-"}


def printable(text: str) -> str:
    """The text as the fonts can print it: composed letters, no invisible signs, '\ufffd' for a letter they lack."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in unicodedata.normalize("NFC", text))


def all_printable(value: Any) -> Any:
    """Plain data with every text in it printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: all_printable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [all_printable(part) for part in value]
    return value


def _shown(letter: str) -> str:
    if letter == "\n":
        return letter
    if unicodedata.category(letter) == "Zs" or letter in "\t\r\v\f":
        return " " if letter != "\u00a0" else letter
    if unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs") or 0xFE00 <= ord(letter) <= 0xFE0F:
        return ""
    return letter if ord(letter) in letters() else PLAIN.get(letter, UNKNOWN)


@cache
def letters() -> frozenset[int]:
    """The code points every bundled face holds."""
    return frozenset.intersection(*(_mapped(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _mapped(font: bytes) -> frozenset[int]:
    """The code points of a font's character map (OpenType 'cmap', format 12 or 4)."""
    start = _table(font, b"cmap")
    count = struct.unpack_from(">H", font, start + 2)[0]
    found: set[int] = set()
    for place in range(count):
        offset = start + struct.unpack_from(">HHI", font, start + 4 + 8 * place)[2]
        shape = struct.unpack_from(">H", font, offset)[0]
        found |= {12: _ranges_12, 4: _ranges_4}.get(shape, _nothing)(font, offset)
    return frozenset(found)


def _table(font: bytes, tag: bytes) -> int:
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(count))
    return int(next(offset for name, _, offset, _ in records if name == tag))


def _ranges_12(font: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">I", font, offset + 12)[0]
    groups = (struct.unpack_from(">III", font, offset + 16 + 12 * place) for place in range(count))
    return {code for first, last, _ in groups for code in range(first, last + 1)}


def _ranges_4(font: bytes, offset: int) -> set[int]:
    half = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{half}H", font, offset + 14)
    starts = struct.unpack_from(f">{half}H", font, offset + 16 + 2 * half)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1) if code != 0xFFFF}


def _nothing(font: bytes, offset: int) -> set[int]:
    return set()
