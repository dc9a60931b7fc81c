"""Needs and referrals for other programs: the same scope as the pages, faults as there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.needs import queries
from sidamping.features.needs.queries import NeedLine, ReferralLine
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["kebutuhan"])


class NeedOut(Schema):
    """The needs of an engagement as determined on a day, in codes of the lists."""

    id: UUID
    engagement_id: UUID
    number: int
    determined_on: date
    types: list[str]
    themes: list[str]
    priority: int
    areas: list[str]
    objectives: list[str]
    strategies: list[str]
    methods: list[str]
    remark: str
    by: str


class ReferralOut(Schema):
    """Help sought elsewhere, with its result once it is closed."""

    id: UUID
    engagement_id: UUID
    mentee_name: str
    kind: str
    topic: str
    wanted: str
    provider: str
    referred_on: date
    due: date
    by: str
    closed_on: date | None
    result: str
    closed_by: str
    days_over: int


@router.get("/engagements/{id}/needs", response=list[NeedOut], summary=_("Penetapan kebutuhan, terbaru dahulu"))
def needs(request: HttpRequest, id: UUID) -> tuple[NeedLine, ...]:
    viewer = _reader(request)
    if engagement_card(viewer, id) is None:
        raise Http404
    return queries.needs_of(viewer, id)


@router.get("/referrals", response=list[ReferralOut], summary=_("Rujukan yang menunggu hasil"))
def referrals(request: HttpRequest) -> tuple[ReferralLine, ...]:
    return queries.open_referrals(_reader(request))


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*queries.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
