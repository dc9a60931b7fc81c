"""Frozen papers of a meeting: which there are, and one with its content as its reader may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sidamping.domain.meetings.documents import RAT_BOOK, readable
from sidamping.domain.papers.canonical import digest
from sidamping.features.meetings.models import Document
from sidamping.features.meetings.queries.composing import rat_book
from sidamping.features.meetings.queries.lines import MeetingCard
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class DocumentLine:
    """A frozen paper in a list."""

    kind: str
    version: int
    approved: bool
    sha256: str
    by: str
    at: datetime


@dataclass(frozen=True)
class DocumentCard:
    """A frozen paper with its content; chapters of single members are only there for whoever sees them."""

    line: DocumentLine
    content: Mapping[str, Any]


def documents(card: MeetingCard) -> tuple[DocumentLine, ...]:
    """The frozen papers of a meeting, the latest version of each kind first."""
    rows = Document.objects.filter(meeting_id=card.id).defer("content").select_related("made_by")
    return tuple(_line(row) for row in rows.order_by("kind", "-version"))


def document(card: MeetingCard, kind: str, version: int | None = None) -> DocumentCard | None:
    """A frozen paper of a meeting, its latest version where none is asked for; None where there is none."""
    rows = Document.objects.filter(meeting_id=card.id, kind=kind).select_related("made_by").order_by("-version")
    row = (rows.filter(version=version) if version is not None else rows).first()
    return DocumentCard(_line(row), readable(row.content, names=card.book.sees_names)) if row is not None else None


def changed_since(viewer: Viewer, card: MeetingCard, frozen: DocumentLine) -> bool:
    """Whether the records, or what people wrote, are no longer what the frozen RAT book says."""
    return digest(rat_book(viewer, card, frozen.version)) != frozen.sha256


def next_version(card: MeetingCard) -> int:
    """The number of the next RAT book."""
    last = Document.objects.filter(meeting_id=card.id, kind=RAT_BOOK).order_by("-version").first()
    return last.version + 1 if last is not None else 1


def _line(row: Document) -> DocumentLine:
    return DocumentLine(row.kind, row.version, row.approved, row.sha256, str(row.made_by), row.made_at)
