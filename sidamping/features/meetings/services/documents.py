"""Writes the words of the RAT book, and freezes the papers of a meeting with their hash (E2, E4).

The minutes are frozen when the meeting is closed. The RAT book is frozen before the meeting as version 1, as often as
the board mends it, and once more when the approval is recorded: that version says who approved when, and is the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.meetings.documents import MINUTES, RAT_BOOK
from sidamping.domain.meetings.passages import MOST_LETTERS, PARTS, SURPLUS
from sidamping.domain.papers.canonical import digest
from sidamping.domain.periods import Year
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings import queries
from sidamping.features.meetings.models import ANNUAL, Document, Meeting, Passage
from sidamping.features.meetings.queries import MeetingCard
from sidamping.features.meetings.services.keeping import held, tell
from sidamping.platform.access.viewer import Viewer

FIRST = 1
WHOLE = 100
SHOWN = 60
"""So many letters of a passage that is too long are shown again."""


@transaction.atomic
def write_passage(
    *, by: Viewer, id: UUID, meeting: UUID, part: str, now: datetime, text: str = "",
    percents: Mapping[str, Decimal] | None = None,
) -> UUID:
    """A part of the RAT book in somebody's words, or the shares of the surplus. Sent twice, written once."""
    row, book = _unapproved(by, meeting)
    if Passage.objects.filter(pk=id).exists():
        return id
    shares = {key: value for key, value in (percents or {}).items() if value}
    refuse_if(_faults(part, text.strip(), shares))
    kept = {key: str(value) for key, value in shares.items()}
    last = Passage.objects.filter(meeting=row, part=part).order_by("written_at", "id").last()
    if last is not None and (last.text, last.percents) == (text.strip(), kept):
        return last.pk
    Passage.objects.create(
        pk=id, meeting=row, part=part, text=text.strip(), percents=kept, written_by_id=by.user_id, written_at=now
    )
    tell("passage_written", by, meeting, book, part=part)
    return id


@transaction.atomic
def freeze_book(*, by: Viewer, meeting: UUID, now: datetime) -> int:
    """The RAT book as it goes to the members; its version. Frozen twice without a change, it is frozen once."""
    row, book = _unapproved(by, meeting)
    assert row.year is not None  # of an annual meeting
    if by.on <= Year(row.year).end:
        raise Refused(problem("MEETINGS_042", year=row.year, day=Year(row.year + 1).start))
    return _freeze_book(by, row, book, now)


def freeze_approved_book(by: Viewer, row: Meeting, book: KeptBook, now: datetime) -> int:
    """The book once its year is approved; what went before is version 1. For the approval's own transaction."""
    return _freeze_book(by, row, book, now, approved=True)


def freeze_minutes(by: Viewer, row: Meeting, now: datetime) -> None:
    """The minutes of a meeting that is being closed. For the closing's own transaction."""
    _freeze(row, MINUTES, FIRST, queries.minutes(_card(by, row)), by, now)


def _freeze_book(by: Viewer, row: Meeting, book: KeptBook, now: datetime, *, approved: bool = False) -> int:
    card = _card(by, row)
    before, version = queries.document(card, RAT_BOOK), queries.next_version(card)
    if before is not None and not queries.changed_since(by, card, before.line):
        return before.line.version
    sha256 = _freeze(row, RAT_BOOK, version, queries.rat_book(by, card, version), by, now, approved=approved)
    tell("book_frozen", by, row.pk, book, version=version, approved=approved, sha256=sha256)
    return version


def _freeze(
    row: Meeting, kind: str, version: int, content: Mapping[str, Any], by: Viewer, now: datetime, *,
    approved: bool = False,
) -> str:
    sha256 = digest(content)
    Document.objects.create(
        meeting=row, kind=kind, version=version, approved=approved, content=content, sha256=sha256,
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    return sha256


def _unapproved(by: Viewer, meeting: UUID) -> tuple[Meeting, KeptBook]:
    """An annual meeting whose book is not the approved one yet."""
    row, book = held(by, meeting)
    if row.kind != ANNUAL:
        raise Refused(problem("MEETINGS_038"))
    done = Document.objects.filter(meeting=row, kind=RAT_BOOK, approved=True).first()
    if done is not None:
        raise Refused(problem("MEETINGS_039", version=done.version))
    return row, book


def _card(by: Viewer, row: Meeting) -> MeetingCard:
    found = queries.meeting(by, row.pk)
    assert found is not None  # its writer reads it
    return found


def _faults(part: str, text: str, shares: Mapping[str, Decimal]) -> list[Problem]:
    if part not in PARTS:
        return [problem("MEETINGS_021", "part", seen=part)]
    if part == SURPLUS:
        total = sum(shares.values())
        return [] if total == WHOLE else [problem("MEETINGS_040", "percents", seen=f"{total:f}")]
    if not text:
        return [problem("GENERAL_001", "text", label=_("Isi"))]
    if len(text) > MOST_LETTERS:
        return [problem("MEETINGS_041", "text", seen=f"{text[:SHOWN]}…", count=len(text), most=MOST_LETTERS)]
    return []
