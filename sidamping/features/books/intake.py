"""Takes in the entries of a small business's cash book that a field phone recorded (C3, C4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import PositiveInt

from sidamping.domain.sync import Facts
from sidamping.features.books.services.micro import SmallEntry, take_small, write_small
from sidamping.features.books.services.proofs import follow_proof
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.bodies import read_body


class SmallIn(Schema):
    """Money in or out, as the two buttons of the cash book ask for it; amounts are whole rupiah."""

    book: UUID
    side: Literal["in", "out"]
    day: date
    purse: str
    category: str
    amount: PositiveInt
    text: str = ""

    def entry(self) -> SmallEntry:
        return SmallEntry(self.side, self.day, self.purse, self.category, self.amount, self.text)


def small(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """The entry, posted as the page posts it; chosen over the one posted, that is reversed first."""
    sent = read_body(SmallIn, body)
    if facts.instead:
        named = {"posted": facts.id, "instead": facts.instead}
        return take_small(by=by, **named, book=sent.book, entry=sent.entry(), why=facts.why, now=now)
    write_small(by=by, id=facts.id, book=sent.book, entry=sent.entry(), proof=None, now=now)
    return facts.id


def small_photo(by: Viewer, subject: UUID, name: str, content: bytes) -> UUID:
    """The photo of its receipt, which follows the entry."""
    return follow_proof(by=by, voucher=subject, name=name, content=content)
