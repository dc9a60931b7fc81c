"""A sheet as PDF/A: plain values to the typst template beside this file. Reads nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "deliverable.typ"
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Print:
    """What stands on the page. `sheet`: layout, cells, sums, points, facts and words as plain values."""

    title: str
    author: str
    language: str
    landscape: bool
    draft: bool
    sheet: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    dated: datetime = ALWAYS


def pdf_of(page: Print) -> bytes:
    """The PDF file."""
    files = {f"{name}.jpg": content for name, content in page.pictures.items()}
    data = {
        "document-title": page.title, "author": page.author, "language": page.language, "landscape": page.landscape,
        "draft": page.draft, **page.sheet,
    }  # fmt: skip
    return compile_pdf(TEMPLATE, all_printable(data), files, dated=page.dated)
