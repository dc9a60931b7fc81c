"""Meetings about a mentoring. A confirmation does not exist for the mentor: no line, no file (B9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.outcomes.models import Meeting
from sidamping.features.outcomes.queries.scope import reads_confidential
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store

CONFIRMATION = Meeting.Kind.CONFIRMATION.value


@dataclass(frozen=True)
class MeetingLine:
    """A meeting as recorded, with who attended by party; `file` names what is kept with it."""

    id: UUID
    engagement_id: UUID
    kind: str
    held_on: date
    place: str
    attendees: Mapping[str, tuple[str, ...]]
    minutes: str
    findings: str
    agreements: str
    file: str
    by: str
    replaces: UUID | None


@dataclass(frozen=True)
class MeetingFile:
    """What is kept with a meeting; `confidential` is what was said without the mentor."""

    kept: store.Kept
    confidential: bool


def meetings_of(viewer: Viewer, card: EngagementCard, kind: str = "") -> tuple[MeetingLine, ...]:
    """The standing records, the newest first; the caller has looked up the engagement within its scope."""
    rows = Meeting.objects.filter(engagement_id=card.id, replaced_by__isnull=True)
    rows = rows.filter(kind=kind) if kind else rows
    if not reads_confidential(viewer, card):
        rows = rows.exclude(kind=CONFIRMATION)
    found = rows.select_related("by", "attachment").order_by("-held_on", "-id")
    return tuple(_line(row) for row in found)


def meeting(viewer: Viewer, id: UUID) -> MeetingLine | None:
    """One record, replaced or not; None for a stranger, and a confirmation for the mentor."""
    row = Meeting.objects.filter(pk=id).select_related("by", "attachment").first()
    card = engagement_card(viewer, row.engagement_id) if row else None
    if row is None or card is None:
        return None
    if row.kind == CONFIRMATION and not reads_confidential(viewer, card):
        return None
    return _line(row)


def meeting_file(viewer: Viewer, id: UUID) -> MeetingFile | None:
    """The file of a meeting the viewer may read; None for anybody else, or where there is none."""
    line = meeting(viewer, id)
    if line is None:
        return None
    attachment = Meeting.objects.filter(pk=id).values_list("attachment_id", flat=True).first()
    kept = store.kept([attachment]).get(attachment) if attachment else None
    return MeetingFile(kept, line.kind == CONFIRMATION) if kept else None


def held(engagement: UUID, kind: str) -> bool:
    """Whether such a meeting was recorded. Unscoped, for services."""
    return Meeting.objects.filter(engagement_id=engagement, kind=kind).exists()


def _line(row: Any) -> MeetingLine:
    attended = {party: tuple(names) for party, names in row.attendees.items()}
    return MeetingLine(
        row.pk, row.engagement_id, row.kind, row.held_on, row.place, attended, row.minutes, row.findings,
        row.agreements, row.attachment.filename if row.attachment else "", str(row.by), row.replaces_id,
    )
