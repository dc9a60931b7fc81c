"""The dossier of a handover as PDF/A: plain words to the typst template beside this file. Reads nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "dossier.typ"
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def pdf_of(told: Mapping[str, Any], dated: datetime | None) -> bytes:
    """The PDF file; `told` are title, facts, sections, notes and the small print as text."""
    return compile_pdf(TEMPLATE, all_printable(told), dated=dated or ALWAYS)
