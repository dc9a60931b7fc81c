"""A book in a few words, as the rooms above it need it: whose it is and whether the viewer keeps it, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.books.models import Book
from sidamping.features.books.queries.scope import readable, sees_names, writes
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class KeptBook:
    """A book: whose, where, since when; whether the viewer writes in it, and sees what single members have there."""

    id: UUID
    party_id: UUID
    name: str
    village_code: str
    starts: date
    may_write: bool
    sees_names: bool


def kept_book(viewer: Viewer, book_id: UUID) -> KeptBook | None:
    """The book; None for a stranger."""
    row = readable(viewer).filter(pk=book_id).select_related("party").first()
    return kept_of(viewer, row) if row is not None else None


def kept_of(viewer: Viewer, row: Book) -> KeptBook:
    """A book that came with its party."""
    found = row.party
    may_write, by_name = writes(viewer, row.party_id), sees_names(viewer, row.party_id)
    return KeptBook(row.pk, row.party_id, found.name, found.village_id, row.starts, may_write, by_name)
