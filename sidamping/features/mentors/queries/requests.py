"""Requests to let a conflict in, for those who decide in the mentee's area; the decided ones stay readable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.mentors.models import Waiver, WaiverRequest
from sidamping.features.mentors.queries.scope import decided_by
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


@dataclass(frozen=True)
class RequestLine:
    """A request with its mentor, mentee and kinds; `mine` when the viewer asked and so may not decide."""

    id: UUID
    user_id: UUID
    mentor: str
    party_id: UUID
    mentee: str
    kinds: tuple[str, ...]
    why: str
    asked_by: str
    asked_on: date
    mine: bool


@dataclass(frozen=True)
class WaiverLine:
    """A decision about a conflict, with whoever made it and why."""

    id: UUID
    user_id: UUID
    mentor: str
    party_id: UUID
    mentee: str
    kinds: tuple[str, ...]
    let_in: bool
    why: str
    by: str
    on: date


def open_requests(viewer: Viewer) -> tuple[RequestLine, ...]:
    """Requests of the viewer's area that wait for a decision, the oldest first."""
    rows = WaiverRequest.objects.filter(decided_by(viewer), decision__isnull=True)
    rows = rows.select_related("user", "party", "asked_by").order_by("asked_on", "id")
    return tuple(_request(row, viewer) for row in rows)


def request_line(viewer: Viewer, request: UUID) -> RequestLine | None:
    """One request that waits, for those who decide in its area."""
    return next((line for line in open_requests(viewer) if line.id == request), None)


def decisions_page(viewer: Viewer, after: str = "") -> Page:
    """A page of decisions of the viewer's area, the newest first."""
    rows = _waivers(viewer)
    page = page_of(rows, order=("-created_at", "id"), after=after)
    return Page(tuple(_waiver(row) for row in page.rows), page.next_key)


def decisions_about(user: UUID) -> tuple[WaiverLine, ...]:
    """Every decision about a mentor, the newest first; unscoped."""
    rows = Waiver.objects.filter(user_id=user).select_related("user", "party", "by").order_by("-created_at", "-id")
    return tuple(_waiver(row) for row in rows)


def _waivers(viewer: Viewer) -> QuerySet[Waiver]:
    return Waiver.objects.filter(decided_by(viewer)).select_related("user", "party", "by")


def _request(row: WaiverRequest, viewer: Viewer) -> RequestLine:
    return RequestLine(
        row.pk, row.user_id, row.user.full_name, row.party_id, row.party.name, tuple(row.kinds), row.why,
        row.asked_by.full_name, row.asked_on, viewer.user_id in (row.asked_by_id, row.user_id),
    )


def _waiver(row: Waiver) -> WaiverLine:
    return WaiverLine(
        row.pk, row.user_id, row.user.full_name, row.party_id, row.party.name, tuple(row.kinds), row.let_in, row.why,
        row.by.full_name, row.on,
    )
