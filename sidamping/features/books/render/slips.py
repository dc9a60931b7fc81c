"""Slips of the members' shares as PDF/A, two columns to a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sidamping.domain.money import rupiah
from sidamping.domain.shu.slips import Slip
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "slips.typ"


@dataclass(frozen=True)
class SlipsPrint:
    """What stands on the pages: whose, what for, the words in the reader's language, and the slips."""

    cooperative: str
    title: str
    language: str
    words: Mapping[str, str]
    slips: Sequence[Slip]


def slips_pdf(page: SlipsPrint) -> bytes:
    """The PDF file; the same slips give the same bytes."""
    data = {
        "cooperative": printable(page.cooperative), "title": printable(page.title), "language": page.language,
        "words": {key: printable(word) for key, word in page.words.items()},
        "slips": [_slip(one, page) for one in page.slips],
    }  # fmt: skip
    return compile_pdf(TEMPLATE, data)


def _slip(one: Slip, page: SlipsPrint) -> dict[str, Any]:
    lines = [
        {"label": line.en if page.language == "en" else line.id, "amount": rupiah(line.amount), "says": line.says}
        for line in one.lines
    ]
    total = rupiah(one.total) if one.total is not None else "–"
    return {"number": one.number, "name": printable(one.name), "lines": lines, "total": total}
