"""Engagements for programs: the same scope as the pages, as JSON in keyset pages."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.programmes import queries, services
from sidamping.features.programmes.queries import EngagementFilter

router = Router(tags=["dampingan"])


class StepOut(Schema):
    """A step of the path: done, next, late, waiting, overridden, stopped or not needed; hidden parts stay empty."""

    code: str
    label: str
    state: str
    done_on: date | None
    due: date | None
    stage: str
    outcome: str
    why: str
    by: str
    evidence: int
    cite: str
    status: str
    hidden: bool


class PathOut(Schema):
    """The path of a mentee, a mentor or a cohort with its stations."""

    id: UUID
    subject: str
    programme: str
    pinned: str
    steps: list[StepOut]


class StepIn(Schema):
    """A step to record; `id` is made by the caller, so that sending twice records once."""

    id: UUID
    step: str
    done_on: date
    outcome: str = ""
    note: str = ""
    override_why: str = ""
    waive: bool = False
    evidence: dict[str, str] = {}


class MadeOut(Schema):
    """The identifier of what was recorded."""

    id: UUID


class CohortOut(Schema):
    """A round of a programme with its days, its call and how many take part."""

    id: UUID
    path_id: UUID
    programme: str
    name: str
    area: str
    starts: date
    ends: date | None
    call_opens: date | None
    call_closes: date | None
    target: int | None
    mentors_wanted: int | None
    mentees: int
    engaged: int
    mentors: int


class CohortsOut(Schema):
    """A page of cohorts; `next_key` goes into `after` for the next one."""

    rows: list[CohortOut]
    next_key: str


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
    path_id: UUID | None
    cohort_id: UUID | None
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
    rows = [EngagementOut.from_orm(row) for row in queries.told_cards(viewer, page.rows)]
    return EngagementsOut(rows=rows, next_key=page.next_key)


@router.get("/engagements/{id}", response=EngagementOut, summary=_("Satu dampingan"))
def engagement(request: HttpRequest, id: UUID) -> queries.EngagementCard:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.known_card(viewer, id)
    if card is None:
        raise Http404
    return queries.told_cards(viewer, [card])[0]


@router.get("/paths/{id}", response=PathOut, summary=_("Satu jalan program dengan langkahnya"))
def path(request: HttpRequest, id: UUID) -> PathOut:
    view = queries.path_view(request.viewer, id)  # type: ignore[attr-defined]  # set by middleware
    if view is None:
        raise Http404
    steps = [StepOut.from_orm(stop) for stop in view.stops]
    return PathOut(id=view.id, subject=view.subject, programme=view.programme, pinned=view.pinned, steps=steps)


@router.post("/paths/{id}/steps", response=MadeOut, summary=_("Catat langkah"))
def record(request: HttpRequest, id: UUID, step: StepIn) -> MadeOut:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if queries.path_view(viewer, id) is None:
        raise Http404
    said = step.dict()
    proofs = tuple(services.EvidenceDraft(kind, words) for kind, words in said.pop("evidence").items())
    return MadeOut(id=services.record_step(by=viewer, path=id, evidence=proofs, **said))


@router.get("/cohorts", response=CohortsOut, summary=_("Angkatan di wilayah saya"))
def cohorts(request: HttpRequest, programme: str = "", text: str = "", after: str = "") -> CohortsOut:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    page = queries.cohorts_page(viewer, programme, text, after)
    return CohortsOut(rows=[CohortOut.from_orm(row) for row in page.rows], next_key=page.next_key)


@router.get("/cohorts/{id}", response=CohortOut, summary=_("Satu angkatan"))
def cohort(request: HttpRequest, id: UUID) -> queries.CohortCard:
    card = queries.cohort_card(request.viewer, id)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card
