"""Reads what was promised, scoped by engagement: open ones by due day, the overdue first."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.fieldwork.models import FollowUp
from sidamping.features.fieldwork.queries.lines import FollowUpLine
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


def open_follow_ups(
    viewer: Viewer, *, engagement: UUID | None = None, owner_side: str = "", limit: int = 200
) -> tuple[FollowUpLine, ...]:
    """Promises not kept yet, the longest overdue first."""
    rows = _seen(viewer).filter(closed_on=None, replaced_by=None)
    rows = rows.filter(engagement_id=engagement) if engagement else rows
    rows = rows.filter(owner_side=owner_side) if owner_side else rows
    return _lines(rows.order_by("due", "id")[:limit], viewer.on)


def follow_up_page(viewer: Viewer, *, closed: bool = False, after: str = "", size: int = 50) -> Page:
    """A page of promises: open ones by due day, or the closed ones, newest first."""
    rows = _seen(viewer).filter(closed_on__isnull=not closed, replaced_by=None)
    page = page_of(rows, order=("-closed_on", "-id") if closed else ("due", "id"), after=after, size=size)
    return Page(_lines(page.rows, viewer.on), page.next_key)


def follow_up(viewer: Viewer, id: UUID) -> FollowUpLine | None:
    """One promise; None for a stranger."""
    return next(iter(_lines(_seen(viewer).filter(pk=id), viewer.on)), None)


def follow_ups_of_visit(viewer: Viewer, visit_id: UUID) -> tuple[FollowUpLine, ...]:
    """The promises made in a visit that the viewer may see, open ones first."""
    theirs = Q(engagement_id__in=engagement_ids(viewer)) | Q(visit__mentor_id=viewer.user_id)
    rows = _joined().filter(theirs, visit_id=visit_id, replaced_by=None).order_by("closed_on", "due", "id")
    return _lines(rows, viewer.on)


def follow_ups_between(*, engagement_id: UUID, start: date, end: date) -> tuple[FollowUpLine, ...]:
    """Promises due or closed between two days, for composing papers. Unscoped."""
    inside = Q(due__range=(start, end)) | Q(closed_on__range=(start, end))
    rows = _joined().filter(inside, engagement_id=engagement_id, replaced_by=None)
    return _lines(rows.order_by("due", "id"), end)


def _seen(viewer: Viewer) -> QuerySet[FollowUp]:
    return _joined().filter(engagement_id__in=engagement_ids(viewer))


def _joined() -> QuerySet[FollowUp]:
    return FollowUp.objects.select_related("engagement__mentee")


def _lines(rows: Any, on: date) -> tuple[FollowUpLine, ...]:
    return tuple(
        FollowUpLine(
            row.pk, row.engagement_id, row.engagement.mentee.name, row.visit_id, row.problem_id, row.text,
            row.owner_side, row.owner_name, row.due, row.closed_on, row.closed_note,
            0 if row.closed_on else max(0, (on - row.due).days),
        )
        for row in rows
    )
