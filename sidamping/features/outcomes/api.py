"""Outcomes for other programs: the same scope as the pages; what is said without the mentor stays closed to mentors."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.queries import JudgementLine, MeetingLine
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["hasil"])


class ConditionOut(Schema):
    """A condition with the count seen (null: not reported) and needed; `smallest`: among the fewest steps left."""

    code: str
    label: str
    measure: str
    cite: str
    status: str
    seen: int | None
    least: int | None
    most: int | None
    weight: int
    points: int
    must: bool
    holds: bool
    short: int
    smallest: bool


class GraduationOut(Schema):
    """How far a mentee is from graduation; the verdict is people's."""

    ready: bool
    points: int
    total: int
    pass_mark: int
    steps_left: int
    criteria: str
    conditions: list[ConditionOut]


class MeetingOut(Schema):
    """A meeting about a mentoring; attendees by party."""

    id: UUID
    kind: str
    held_on: date
    place: str
    attendees: dict[str, list[str]]
    minutes: str
    findings: str
    agreements: str
    by: str


class MeetingIn(Schema):
    """A meeting without a file: three_party or confirmation; `replaces` names the record it corrects."""

    id: UUID
    kind: str
    held_on: date
    attendees: dict[str, list[str]]
    place: str = ""
    minutes: str = ""
    findings: str = ""
    agreements: str = ""
    replaces: UUID | None = None
    override_why: str = ""


class JudgementOut(Schema):
    """A result or a verdict as people judged it, on which criteria, with what was seen that day."""

    id: UUID
    kind: str
    number: int
    decided_on: date
    verdict: str
    criteria: str
    reason: str
    carried_by: str
    explained: dict[str, Any]
    by: str


class DueOut(Schema):
    """A follow-up after mentoring that waits."""

    engagement_id: UUID
    mentee_name: str
    month: int
    due: date
    days_over: int


@router.get("/engagements/{id}/graduation", response=GraduationOut, summary=_("Syarat wisuda dan yang masih kurang"))
def graduation(request: HttpRequest, id: UUID) -> GraduationOut:
    viewer, card = _card(request, id)
    found = queries.explanation(card, viewer)
    if found is None:
        raise Http404
    made = found.explained
    return GraduationOut(
        ready=made.ready, points=made.points, total=made.total, pass_mark=made.pass_mark, steps_left=made.steps_left,
        criteria=found.criteria, conditions=[ConditionOut.from_orm(one) for one in found.lines],
    )


@router.get("/engagements/{id}/meetings", response=list[MeetingOut], summary=_("Pertemuan yang boleh saya baca"))
def meetings(request: HttpRequest, id: UUID) -> tuple[MeetingLine, ...]:
    viewer, card = _card(request, id)
    return queries.meetings_of(viewer, card)


@router.post("/engagements/{id}/meetings", response={201: MeetingOut}, summary=_("Catat satu pertemuan"))
def meeting_add(request: HttpRequest, id: UUID, sent: MeetingIn) -> tuple[int, MeetingLine]:
    viewer, card = _card(request, id)
    told = {**sent.dict(), "attendees": {party: tuple(names) for party, names in sent.attendees.items()}}
    made = services.record_meeting(by=viewer, draft=services.MeetingDraft(engagement=card.id, **told))
    line = queries.meeting(viewer, made)
    if line is None:
        raise Http404
    return 201, line


@router.get("/engagements/{id}/judgements", response=list[JudgementOut], summary=_("Hasil dan predikat"))
def judgements(request: HttpRequest, id: UUID) -> tuple[JudgementLine, ...]:
    _viewer, card = _card(request, id)
    return queries.judgements_of(card)


@router.get("/look-backs", response=list[DueOut], summary=_("Tindak lanjut pascapendampingan yang menunggu"))
def look_backs(request: HttpRequest) -> list[DueOut]:
    found = queries.due_look_backs(_reader(request))
    return [
        DueOut(
            engagement_id=one.card.id, mentee_name=one.card.mentee_name, month=one.occasion.month,
            due=one.occasion.due, days_over=one.occasion.days_over,
        )
        for one in found
    ]


def _card(request: HttpRequest, id: UUID) -> tuple[Viewer, EngagementCard]:
    viewer = _reader(request)
    card = engagement_card(viewer, id)
    if card is None:
        raise Http404
    return viewer, card


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*queries.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
