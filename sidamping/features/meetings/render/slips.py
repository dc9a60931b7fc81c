"""Slips of a secret ballot as PDF, to be cut apart and drawn from a box. Reads nothing but what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "slips.typ"
HALF = 5


@dataclass(frozen=True)
class Slips:
    """Whose ballot, what is asked, where one votes, and a code for each slip in an order that tells nothing."""

    owner: str
    question: str
    address: str
    codes: tuple[str, ...]
    words: Mapping[str, str]


def slips_pdf(slips: Slips) -> bytes:
    """The PDF file."""
    return compile_pdf(TEMPLATE, {
        "owner": printable(slips.owner), "question": printable(slips.question), "address": slips.address,
        "codes": [f"{one[:HALF]}-{one[HALF:]}" for one in slips.codes],
        "words": {key: printable(word) for key, word in slips.words.items()},
    }, {"vote.svg": qr_picture(slips.address)})  # fmt: skip
