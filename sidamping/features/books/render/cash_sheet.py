"""The empty sheet of a small business's cash book as PDF, with a QR code that leads to the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "cash_sheet.typ"


@dataclass(frozen=True)
class CashSheet:
    """Whose, for which month, the words in the reader's language, and where the code leads."""

    business: str
    month: str
    language: str
    words: Mapping[str, str]
    address: str


def cash_sheet_pdf(sheet: CashSheet) -> bytes:
    """The PDF file; the same sheet gives the same bytes."""
    data = {
        "business": printable(sheet.business), "month": sheet.month, "language": sheet.language,
        "words": {key: printable(word) for key, word in sheet.words.items()},
    }  # fmt: skip
    return compile_pdf(TEMPLATE, data, {"code.svg": qr_picture(sheet.address)})
