"""Engagements for programs: the same scope as the pages, as JSON in keyset pages."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.programmes import queries
from sidamping.features.programmes.queries import EngagementFilter

router = Router(tags=["dampingan"])


class StepOut(Schema):
    """A step of the path: done, next, late or waiting."""

    code: str
    label: str
    state: str
    done_on: date | None
    due: date | None


class EngagementOut(Schema):
    """One mentoring with its mentee, place, mentor of the day and path."""

    id: UUID
    programme: str
    pinned: str
    mentee_id: UUID
    mentee_name: str
    mentee_kind: str
    village_code: str
    village: str
    district: str
    regency_code: str
    regency: str
    starts: date
    ends: date | None
    priority: int
    mentor_id: UUID | None
    mentor_name: str
    path: list[StepOut]


class EngagementsOut(Schema):
    """A page of engagements; `next_key` goes into `after` for the next one, '' on the last page."""

    rows: list[EngagementOut]
    next_key: str


@router.get("/engagements", response=EngagementsOut, summary=_("Dampingan yang boleh saya lihat"))
def engagements(
    request: HttpRequest,
    text: str = "",
    programme: str = "",
    area: str = "",
    mentor: UUID | None = None,
    ended: bool = False,
    after: str = "",
) -> EngagementsOut:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    wanted = EngagementFilter(text=text, programme=programme, area=area, mentor=mentor, ended=ended)
    page = queries.engagement_page(viewer, wanted, after)
    return EngagementsOut(rows=[EngagementOut.from_orm(row) for row in page.rows], next_key=page.next_key)


@router.get("/engagements/{id}", response=EngagementOut, summary=_("Satu dampingan"))
def engagement(request: HttpRequest, id: UUID) -> queries.EngagementCard:
    card = queries.known_card(request.viewer, id)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card
