"""Invitations as PDF, for each member a page with a QR code to scan at the door, and one with the rules of order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "invitations.typ"


@dataclass(frozen=True)
class Guest:
    """A member who is invited, and the address that writes the member down as present."""

    number: int
    name: str
    address: str


@dataclass(frozen=True)
class Invitations:
    """Whose meeting, its number and day, what it says, its agenda in order, what is enclosed, the rules of order."""

    owner: str
    title: str
    written: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    text: str
    agenda: tuple[str, ...]
    enclosed: tuple[str, ...]
    rules: tuple[str, ...]
    words: Mapping[str, str]
    guests: tuple[Guest, ...]


def invitations_pdf(told: Invitations) -> bytes:
    """The PDF file, two pages for each member."""
    pictures = {f"guest-{one.number}.svg": qr_picture(one.address) for one in told.guests}
    return compile_pdf(TEMPLATE, {
        "owner": printable(told.owner), "title": printable(told.title), "text": printable(told.text),
        "written": [[printable(label), printable(value)] for label, value in told.written],
        "facts": [[printable(label), printable(value)] for label, value in told.facts],
        "agenda": [printable(one) for one in told.agenda], "enclosed": [printable(one) for one in told.enclosed],
        "rules": [printable(one) for one in told.rules],
        "words": {key: printable(word) for key, word in told.words.items()},
        "guests": [{"number": one.number, "name": printable(one.name)} for one in told.guests],
    }, pictures)  # fmt: skip
