"""A material as PDF/A: its blocks to the typst template beside this file, with room to write in. Reads nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sidamping.domain.materials import Block
from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "material.typ"


@dataclass(frozen=True)
class Print:
    """What stands on the page; `dated` is the only date inside the file."""

    title: str
    summary: str
    facts: str
    origin: str
    blocks: tuple[Block, ...]
    words: Mapping[str, str]
    language: str
    dated: datetime


def pdf_of(page: Print) -> bytes:
    """The PDF file."""
    data = {
        "document-title": page.title, "summary": page.summary, "facts": page.facts, "origin": page.origin,
        "blocks": [asdict(one) for one in page.blocks], "words": page.words, "language": page.language,
    }  # fmt: skip
    return compile_pdf(TEMPLATE, all_printable(data), dated=page.dated)
