"""What people wrote into the RAT book: the latest of each part, and what its invitation still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.domain.meetings import passages
from sidamping.features.meetings.models import Passage
from sidamping.features.meetings.queries.lines import MeetingCard


@dataclass(frozen=True)
class PassageLine:
    """A part as it was last written, with who wrote it when."""

    part: str
    text: str
    percents: Mapping[str, str]
    by: str
    at: datetime


def passages_of(meeting: UUID) -> Mapping[str, PassageLine]:
    """The latest of each part that was written; the caller has scoped the meeting."""
    rows = Passage.objects.filter(meeting_id=meeting).select_related("written_by").order_by("written_at", "id")
    return {
        row.part: PassageLine(row.part, row.text, row.percents, str(row.written_by), row.written_at) for row in rows
    }


def lacking(card: MeetingCard) -> tuple[str, ...]:
    """The parts that belong to the invitation of an annual meeting and that nobody has written yet."""
    if card.head.year is None:
        return ()
    written = passages_of(card.id)
    return tuple(part for part in passages.ENCLOSED if part not in written)
