"""What people wrote into the RAT book: the latest of each part, and what its invitation still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.meetings import passages
from sidamping.domain.meetings.votes import CARRIED
from sidamping.features.meetings.models import Decision, Passage
from sidamping.features.meetings.queries.lines import SURPLUS as SURPLUS_SUBJECT
from sidamping.features.meetings.queries.lines import MeetingCard


@dataclass(frozen=True)
class PassageLine:
    """A part as it was last written, with who wrote it when."""

    part: str
    text: str
    percents: Mapping[str, str]
    by: str
    at: datetime


@dataclass(frozen=True)
class AgreedShares:
    """The shares of the surplus as a meeting decided on them, none where none were written; its decision and day."""

    number: int
    day: date
    percents: Mapping[str, str]


def passages_of(meeting: UUID) -> Mapping[str, PassageLine]:
    """The latest of each part that was written; the caller has scoped the meeting."""
    rows = Passage.objects.filter(meeting_id=meeting).select_related("written_by").order_by("written_at", "id")
    return {
        row.part: PassageLine(row.part, row.text, row.percents, str(row.written_by), row.written_at) for row in rows
    }


def agreed_shares(card: MeetingCard) -> AgreedShares | None:
    """The shares that the meeting decided on, as they were written then; None where it decided on none."""
    shared = Decision.objects.filter(meeting_id=card.id, subject=SURPLUS_SUBJECT, outcome__in=CARRIED)
    decision = shared.order_by("-number").first()
    if decision is None:
        return None
    rows = Passage.objects.filter(meeting_id=card.id, part=passages.SURPLUS, written_at__lte=decision.decided_at)
    kept = rows.order_by("written_at", "id").last()
    return AgreedShares(decision.number, card.head.day, kept.percents if kept is not None else {})


def lacking(card: MeetingCard) -> tuple[str, ...]:
    """The parts that belong to the invitation of an annual meeting and that nobody has written yet."""
    if card.head.year is None:
        return ()
    written = passages_of(card.id)
    return tuple(part for part in passages.ENCLOSED if part not in written)
