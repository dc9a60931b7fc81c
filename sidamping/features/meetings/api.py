"""Members' meetings for other programs: the list, one with quorum and decisions, frozen papers; votes as totals."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.meetings.documents import KINDS
from sidamping.features.books import queries as books
from sidamping.features.meetings import queries
from sidamping.features.meetings.queries import DecisionLine, DocumentLine, MeetingCard, MeetingHead
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import there

router = Router(tags=["rapat"])


class MeetingOut(Schema):
    """A meeting; `state`: called, invited, open, closed or reported; `year` is the book year of an annual one."""

    id: UUID
    kind: str
    year: int | None
    day: date
    state: str


class DecisionOut(Schema):
    """A decision with its totals."""

    number: int
    subject: str
    text: str
    way: str
    yes: int
    no: int
    abstained: int
    needed: int
    outcome: str
    notes: str


class DocumentOut(Schema):
    """A frozen paper: the minutes, or the book of an annual meeting before (approved: false) and after it."""

    kind: str
    version: int
    approved: bool
    sha256: str
    frozen_at: datetime


class MeetingDetail(MeetingOut):
    """A meeting with who is registered and present, what was decided, and its frozen papers."""

    place: str
    invited_on: date | None
    registered: int | None
    quorum: int | None
    present: int
    reported_on: date | None
    decisions: list[DecisionOut]
    documents: list[DocumentOut]


class DeadlineOut(Schema):
    """A last day for the meeting of a book year: of the law, of a programme, or of reporting."""

    name: str
    due: date
    state: str
    cite: str


@router.get("/books/{id}/meetings", response=list[MeetingOut], summary=_("Rapat Anggota sebuah koperasi"))
def book_meetings(request: HttpRequest, id: UUID) -> list[MeetingOut]:
    viewer = _reader(request)
    there(books.kept_book(viewer, id))
    return [_head(one) for one in queries.meetings_of(viewer, id)]


@router.get("/books/{id}/meetings/{year}/deadlines", response=list[DeadlineOut], summary=_("Batas waktu RAT"))
def deadlines(request: HttpRequest, id: UUID, year: int) -> list[DeadlineOut]:
    viewer = _reader(request)
    calendar = queries.year_calendar(viewer, there(books.kept_book(viewer, id)), year)
    return [
        DeadlineOut(name=one.deadline.name, due=one.deadline.due, state=one.state, cite=one.deadline.cite)
        for one in calendar.lines
    ]


@router.get("/meetings/{id}", response=MeetingDetail, summary=_("Sebuah rapat dengan keputusannya"))
def meeting(request: HttpRequest, id: UUID) -> MeetingDetail:
    card = _found(request, id)
    return MeetingDetail(
        **_head(card.head).dict(), place=card.place, invited_on=card.invited_on, registered=card.registered,
        quorum=card.quorum, present=card.present, reported_on=card.reported_on,
        decisions=[_decision(one) for one in queries.decisions(card)],
        documents=[_document(one) for one in queries.documents(card)],
    )  # fmt: skip


@router.get("/meetings/{id}/documents/{kind}", response=dict[str, Any], summary=_("Isi dokumen rapat yang dibekukan"))
def document(request: HttpRequest, id: UUID, kind: str, version: int | None = None) -> dict[str, Any]:
    card = _found(request, id)
    found = there(queries.document(card, kind, version) if kind in KINDS else None)
    return {"sha256": found.line.sha256, "version": found.line.version, "content": found.content}


def _found(request: HttpRequest, id: UUID) -> MeetingCard:
    return there(queries.meeting(_reader(request), id))


def _head(one: MeetingHead) -> MeetingOut:
    return MeetingOut(id=one.id, kind=one.kind, year=one.year, day=one.day, state=one.state)


def _decision(one: DecisionLine) -> DecisionOut:
    return DecisionOut(
        number=one.number, subject=one.subject, text=one.text, way=one.way, yes=one.tally.yes, no=one.tally.no,
        abstained=one.tally.abstained, needed=one.needed, outcome=one.outcome, notes=one.notes,
    )  # fmt: skip


def _document(one: DocumentLine) -> DocumentOut:
    return DocumentOut(kind=one.kind, version=one.version, approved=one.approved, sha256=one.sha256, frozen_at=one.at)


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*books.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
