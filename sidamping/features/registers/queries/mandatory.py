"""The sixteen mandatory books of a cooperative: kept by the system, written here, or seen on paper and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.registers.models import Sighting
from sidamping.features.registers.queries.entries import in_sight, written
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept
from sidamping.rules.meetings import BookForm, mandatory_books
from sidamping.rules.trace import RuleRef

KEPT, WRITTEN, SEEN, MISSING, UNKNOWN = "kept", "written", "seen", "missing", "unknown"
HERE = (KEPT, WRITTEN, SEEN)
"""States in which a book is there."""


@dataclass(frozen=True)
class SightingLine:
    """The latest sighting of a book."""

    id: UUID
    present: bool
    filled_until: date | None
    note: str
    has_proof: bool
    seen_on: date
    seen_by: str


@dataclass(frozen=True)
class BookState:
    """A mandatory book with its state; `count` and `until` of what is written here, or until when it is filled in."""

    form: BookForm
    state: str
    count: int
    until: date | None
    sighting: SightingLine | None


def book_states(book: UUID, on: date, area: str) -> tuple[tuple[BookState, ...], RuleRef]:
    """Every book of the template with its state on a day, whatever came later; the caller has scoped the book."""
    forms, cited = mandatory_books(on, area)
    here, seen = written(book, on), _latest(book, on)
    return tuple(_state(one, here.get(one.code), seen.get(one.code)) for one in forms), cited


def form_of(code: str, on: date, area: str) -> BookForm | None:
    """A book of the template in force; None when it has no such book."""
    return next((one for one in mandatory_books(on, area)[0] if one.code == code), None)


def sighting_file(viewer: Viewer, id: UUID) -> Kept | None:
    """The proof of a sighting; None for a stranger, for whoever may not read the register, and where there is none."""
    row = Sighting.objects.filter(in_sight(viewer), pk=id, attachment__isnull=False).first()
    if row is None or row.attachment is None:
        return None
    return store.kept([row.attachment]).get(row.attachment)


def _state(form: BookForm, here: tuple[int, date] | None, seen: SightingLine | None) -> BookState:
    if form.kept:
        return BookState(form, KEPT, 0, None, seen)
    if here is not None:
        return BookState(form, WRITTEN, here[0], here[1], seen)
    if seen is None:
        return BookState(form, UNKNOWN, 0, None, None)
    return BookState(form, SEEN if seen.present else MISSING, 0, seen.filled_until, seen)


def _latest(book: UUID, on: date) -> Mapping[str, SightingLine]:
    rows = Sighting.objects.filter(book_id=book, seen_on__lte=on).select_related("seen_by")
    return {
        row.register: SightingLine(row.pk, row.present, row.filled_until, row.note, row.attachment is not None,
                                   row.seen_on, str(row.seen_by))
        for row in rows.order_by("seen_on", "seen_at")
    }  # fmt: skip
