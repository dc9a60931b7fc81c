"""The book whose savings are read: whose it is and whether the viewer keeps it, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class KeptBook:
    """A book in a few words."""

    id: UUID
    party_id: UUID
    name: str
    village_code: str
    starts: date
    may_write: bool


def kept_book(viewer: Viewer, book_id: UUID) -> KeptBook | None:
    """The book; None for a stranger."""
    rows = books.readable(viewer).filter(pk=book_id)
    row = rows.values_list("id", "party_id", "party__name", "party__village_id", "starts").first()
    return KeptBook(*row, books.writes(viewer, row[1])) if row is not None else None
