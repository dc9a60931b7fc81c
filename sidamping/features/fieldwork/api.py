"""Field work for other programs: visits by page, one visit, a new visit under its own UUID, open promises.

Scope and checks are those of the pages; every fault comes back at once, with its code and place (status 422).
"""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms.bodies import VisitIn
from sidamping.features.fieldwork.queries import VisitFilter, VisitLine
from sidamping.features.fieldwork.queries.vocabulary import LABELS
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["lapangan"])
READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)


class PresenceOut(Schema):
    engagement: UUID
    mentee: str
    attendees: list[str]
    headcount: int | None


class HandedOut(Schema):
    """A material of the library that was handed over; `mark` tells its state."""

    code: str
    title: str
    mark: str


class VisitOut(Schema):
    """The current state of a logbook entry."""

    id: UUID
    revision: int
    mentor: str
    visited_on: date
    starts_at: time
    ends_at: time
    mode: str
    village: str
    place: str
    activity: str
    purpose: str
    material: str
    materials: list[HandedOut]
    topics: list[str]
    roles: list[str]
    result: str
    obstacles: str
    advice: str
    cost: int | None
    remarks: str
    source: str
    plan_item: UUID | None
    presences: list[PresenceOut]


class VisitPage(Schema):
    """Visits, newest first; `next_key` goes into `after` for the next page, '' on the last."""

    rows: list[VisitOut]
    next_key: str


class Written(Schema):
    id: UUID


class FollowUpOut(Schema):
    """An open promise; `days_over` counts from its due day."""

    id: UUID
    engagement: UUID
    mentee: str
    visit: UUID | None
    text: str
    owner_side: str
    owner_name: str
    due: date
    days_over: int


@router.get("/visits", response=VisitPage, summary=_("Jurnal kunjungan, terbaru dahulu"))
def list_visits(
    request: HttpRequest, after: str = "", month: str = "", engagement: UUID | None = None, text: str = ""
) -> VisitPage:
    wanted = VisitFilter(month=_month(month), engagement=engagement, text=text)
    found = queries.visits_of(_viewer(request, *READERS), wanted, after)
    return VisitPage(rows=[_out(line) for line in found.rows], next_key=found.next_key)


@router.post("/visits", response=Written, summary=_("Catat satu kunjungan; dikirim dua kali tetap satu"))
def add_visit(request: HttpRequest, visit: VisitIn) -> Written:
    viewer = _viewer(request, roles.MENTOR)
    now = request.now  # type: ignore[attr-defined]  # the calendar sets it
    return Written(id=services.record_visit(by=viewer, draft=visit.draft(), on=viewer.on, now=now))


@router.get("/visits/{visit}", response=VisitOut, summary=_("Satu kunjungan"))
def one_visit(request: HttpRequest, visit: UUID) -> VisitOut:
    found = queries.visit(_viewer(request, *READERS), visit)
    if found is None:
        raise Http404
    return _out(found.line)


@router.get("/follow-ups", response=list[FollowUpOut], summary=_("Tindak lanjut yang belum selesai"))
def list_follow_ups(request: HttpRequest) -> list[FollowUpOut]:
    return [
        FollowUpOut(
            id=one.id, engagement=one.engagement_id, mentee=one.mentee_name, visit=one.visit_id, text=one.text,
            owner_side=one.owner_side, owner_name=one.owner_name, due=one.due, days_over=one.days_over,
        )
        for one in queries.open_follow_ups(_viewer(request, *READERS))
    ]


def _viewer(request: HttpRequest, *wanted: str) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    if not viewer.has(*wanted):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _month(text: str) -> Month | None:
    try:
        return Month.parse(text) if text else None
    except ValueError:
        raise Refused(problem("GENERAL_002", "month", label=LABELS["visited_on"], seen=text)) from None


def _out(line: VisitLine) -> VisitOut:
    plain = (
        "id", "visited_on", "starts_at", "ends_at", "mode", "place", "activity", "purpose", "material", "result",
        "obstacles", "advice", "cost", "remarks", "source",
    )
    met = [
        PresenceOut(
            engagement=one.engagement_id, mentee=one.mentee_name, attendees=list(one.attendees), headcount=one.headcount
        )
        for one in line.mentees
    ]
    return VisitOut(
        **{name: getattr(line, name) for name in plain}, revision=line.number, mentor=line.mentor_name,
        village=line.village_code, materials=_handed(line), topics=list(line.topics), roles=list(line.roles),
        plan_item=line.plan_item_id, presences=met,
    )


def _handed(line: VisitLine) -> list[HandedOut]:
    return [HandedOut(code=one.code, title=str(one), mark=one.mark) for one in line.materials]
