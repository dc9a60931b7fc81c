"""A member's passbook as PDF/A: each kind of savings with its lines and balances, room for two signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidamping.domain.money import grouped
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "passbook.typ"


@dataclass(frozen=True)
class Section:
    """One kind of savings: what was there, lines of day, voucher, text, in, out and balance, what is there."""

    name: str
    opening: int
    closing: int
    lines: Sequence[tuple[str, str, str, int, int, int]]


@dataclass(frozen=True)
class Passbook:
    """What stands on the pages, with the words in the reader's language."""

    cooperative: str
    title: str
    language: str
    words: Mapping[str, str]
    number: str
    name: str
    sections: Sequence[Section]


def passbook_pdf(page: Passbook) -> bytes:
    """The PDF file; the same lines give the same bytes."""
    data = {
        "cooperative": printable(page.cooperative), "title": printable(page.title), "language": page.language,
        "words": {key: printable(word) for key, word in page.words.items()}, "number": page.number,
        "name": printable(page.name), "sections": [_section(one) for one in page.sections],
        "total": f"Rp{grouped(sum(one.closing for one in page.sections))}",
    }  # fmt: skip
    return compile_pdf(TEMPLATE, data)


def _section(one: Section) -> dict[str, Any]:
    rows = [
        [day, number, printable(text), _money(came), _money(went), grouped(balance)]
        for day, number, text, came, went, balance in one.lines
    ]
    return {
        "name": printable(one.name), "opening": grouped(one.opening), "closing": grouped(one.closing), "rows": rows
    }


def _money(amount: int) -> str:
    return grouped(amount) if amount else ""
