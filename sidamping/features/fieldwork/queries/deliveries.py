"""Which materials reached whom: of a mentee, and of a material; within the viewer's scope (A3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sidamping.features.fieldwork.models import Delivery, Presence
from sidamping.features.materials.queries import Handed, current, handed
from sidamping.features.programmes.queries import EngagementCard, engagement_card, engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


@dataclass(frozen=True)
class Received:
    """A material that reached a mentee: what, when, from whom, in which visit."""

    material: Handed
    engagement_id: UUID
    mentee_name: str
    on: date
    by: str
    visit_id: UUID
    activity: str


@dataclass(frozen=True)
class Reach:
    """Whom a material reached as far as the viewer may know: how many mentees, and a page of the deliveries."""

    mentees: int
    page: Page


def received(viewer: Viewer, engagement_id: UUID) -> tuple[EngagementCard, tuple[Received, ...]] | None:
    """The materials of a mentoring, newest first; None for a stranger."""
    card = engagement_card(viewer, engagement_id)
    if card is None:
        return None
    rows = Delivery.objects.filter(revision__superseded_at=None, revision__presences__engagement_id=engagement_id)
    joined = rows.select_related("edition", "revision__mentor").order_by("-revision__visited_on", "-id")
    return card, tuple(_received(row, card.id, card.mentee_name) for row in joined)


def reach(viewer: Viewer, code: str, after: str = "") -> Reach | None:
    """Whom a material reached; None when the material is not in the viewer's sight."""
    if not current(viewer, [code]):
        return None
    rows = _met(viewer, code)
    told = rows.aggregate(mentees=Count("engagement_id", distinct=True))
    page = page_of(rows.select_related("engagement__mentee"), order=("-visited_on", "-id"), after=after)
    of = {row.revision_id: row for row in _deliveries([one.revision_id for one in page.rows], code)}
    lines = (_received(of[one.revision_id], one.engagement_id, one.engagement.mentee.name) for one in page.rows)
    return Reach(told["mentees"], Page(tuple(lines), page.next_key))


def _met(viewer: Viewer, code: str) -> QuerySet[Presence]:
    """Who was met in visits with the material, among those the viewer may know of."""
    theirs = Q(engagement_id__in=engagement_ids(viewer)) | Q(revision__mentor_id=viewer.user_id)
    return Presence.objects.filter(theirs, revision__superseded_at=None, revision__deliveries__code=code)


def _deliveries(revisions: list[UUID], code: str) -> QuerySet[Delivery]:
    rows = Delivery.objects.filter(revision_id__in=revisions, code=code)
    return rows.select_related("edition", "revision__mentor")


def _received(row: Any, engagement: UUID, mentee: str) -> Received:
    visit = row.revision
    return Received(
        handed(row.code, row.version, row.edition), engagement, mentee, visit.visited_on, str(visit.mentor),
        visit.visit_id, visit.activity,
    )
