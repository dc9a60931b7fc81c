"""The book whose loans are looked at, for whoever may read it; writing in it is the board's alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Desk:
    """A book as the pages of loans need it."""

    id: UUID
    party_id: UUID
    name: str
    village_code: str
    starts: date
    may_write: bool


def desk(viewer: Viewer, book_id: UUID) -> Desk | None:
    """The book; None for a stranger."""
    row = books.readable(viewer).filter(pk=book_id).select_related("party").first()
    return desk_of(viewer, row) if row is not None else None


def desk_of(viewer: Viewer, row: Any) -> Desk:
    """A row of a book that came with its party."""
    keeps = books.writes(viewer, row.party_id)
    return Desk(row.pk, row.party_id, row.party.name, row.party.village_id, row.starts, keeps)
