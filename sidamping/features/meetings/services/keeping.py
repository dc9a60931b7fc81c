"""What the writes of meetings share: the meeting of whoever keeps it, its members present, and the activity row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings.models import Meeting, Presence
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def own_book(by: Viewer, book: UUID) -> KeptBook:
    """The book when the viewer is of its board."""
    found = books.own_kept_book(by, book)
    if found is None:
        raise Refused(problem("MEETINGS_001"))
    return found


def held(by: Viewer, id: UUID) -> tuple[Meeting, KeptBook]:
    """The meeting as it stands once its lock is held, with its book."""
    take_turns(id)
    row = Meeting.objects.filter(pk=id).first()
    if row is None:
        raise Refused(problem("MEETINGS_001"))
    return row, own_book(by, row.book_id)


def preparing(by: Viewer, id: UUID) -> tuple[Meeting, KeptBook]:
    """A meeting that is not open yet."""
    row, book = held(by, id)
    if row.opened_at is not None:
        raise Refused(problem("MEETINGS_005"))
    return row, book


def running(by: Viewer, id: UUID) -> tuple[Meeting, KeptBook]:
    """A meeting that was opened with its quorum and is not closed."""
    row, book = held(by, id)
    if row.opened_at is None:
        raise Refused(problem("MEETINGS_010"))
    if row.closed_at is not None:
        raise Refused(problem("MEETINGS_011"))
    return row, book


def present(meeting: Meeting) -> int:
    """How many of the electors came."""
    return Presence.objects.filter(elector__meeting=meeting).count()


def tell(verb: str, by: Viewer, subject: UUID, book: KeptBook, *, why: str = "", **data: Any) -> None:
    """The activity row of a write of meetings."""
    journal.record(
        f"meetings.{verb}", by=by.user_id, subject=subject, regency=book.village_code[:5], why=why, book=str(book.id),
        **data,
    )  # fmt: skip
