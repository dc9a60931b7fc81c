"""A book in a few words, as the rooms above it need it: whose it is and whether the viewer keeps it, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.features.books.models import Book
from sidamping.features.books.queries.scope import readable, readable_by_name, sees_names, writes
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
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("pk")))
    row = readable(viewer).filter(pk=book_id).annotate(by_name=by_name).select_related("party").first()
    return _kept(viewer, row, by_name=row.by_name) if row is not None else None


def own_kept_book(viewer: Viewer, book_id: UUID) -> KeptBook | None:
    """The book when the viewer writes in it; None for everybody else."""
    found = kept_book(viewer, book_id)
    return found if found is not None and found.may_write else None


def kept_of(viewer: Viewer, row: Book) -> KeptBook:
    """A book that came with its party."""
    return _kept(viewer, row, by_name=sees_names(viewer, row.party_id))


def _kept(viewer: Viewer, row: Book, *, by_name: bool) -> KeptBook:
    found, may_write = row.party, writes(viewer, row.party_id)
    return KeptBook(row.pk, row.party_id, found.name, found.village_id, row.starts, may_write, by_name)
