"""Placements for other programs: plans, proposed pairs with their reasons, settling by hand, applying all or none.

Scope and checks are those of the pages; who makes a plan or applies it names it by UUID, so sending twice does it once.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.problems import Refused
from sidamping.features.placements import queries, services
from sidamping.features.placements.queries import PLANNERS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.jobs.running import start

router = Router(tags=["penempatan"])


class PlanLineOut(Schema):
    """A plan in the list; `pairs` are proposed and not applied yet."""

    id: UUID
    title: str
    cohort: str
    place: str
    starts: date
    made_by: str
    pairs: int
    applied: int


class PlansOut(Schema):
    """Newest first; `next_key` goes into `after` for the next page, '' on the last."""

    rows: list[PlanLineOut]
    next_key: str


class BecauseOut(Schema):
    """One reason: its code, what it costs, the values of its sentence."""

    code: str
    cost: int
    values: dict[str, Any]


class PairOut(Schema):
    """A proposed pair with its reasons; `instead` is the next best mentor, `let_in` who let a conflict in."""

    engagement_id: UUID
    mentee: str
    village: str
    mentor_id: UUID
    mentor: str
    because: list[BecauseOut]
    cost: int
    fixed: bool
    instead: str
    instead_more: int
    let_in: str


class LeftOut(Schema):
    """Somebody left over, and why."""

    id: str
    name: str
    village: str
    code: str
    values: dict[str, Any]


class PlanOut(Schema):
    """A plan with its last proposal; `stale`: people settled something since it was computed, so compute it anew."""

    id: UUID
    title: str
    programme: str
    cohort: str
    cohort_id: UUID | None
    place: str
    starts: date
    computed_at: datetime | None
    stale: bool
    pairs: list[PairOut]
    left: list[LeftOut]
    few: list[LeftOut]
    out: list[LeftOut]
    cost: int
    mentors: int
    source: str
    source_status: str


class OptionOut(Schema):
    """One mentor for one mentee; `out` says what keeps the pair out, '' when nothing does."""

    mentor_id: UUID
    name: str
    because: list[BecauseOut]
    cost: int
    carries: int
    most: int | None
    out: str
    kinds: list[str]


class DeskOut(Schema):
    """Everything about one mentee of a plan: what people settled, and every mentor, the cheapest first."""

    engagement_id: UUID
    mentee_id: UUID
    name: str
    village: str
    told: dict[str, str]
    theme: str
    sector: str
    language: str
    priority: int
    options: list[OptionOut]


class PlanIn(Schema):
    """A plan for a cohort, or for a programme in an area, from a day on."""

    id: UUID
    programme: str
    starts: date
    cohort: UUID | None = None
    area: str = ""


class SettledIn(Schema):
    """What people settle for one mentee; empty means not settled, `out` leaves the mentee out of the plan."""

    mentor: UUID | None = None
    theme: str = ""
    sector: str = ""
    language: str = ""
    priority: int | None = None
    out: bool = False


class ApplyIn(Schema):
    """The mentorings whose pairs become assignments, all or none; `id` makes a repetition harmless."""

    id: UUID
    chosen: list[UUID]
    letter: str = ""


class ComputedOut(Schema):
    """How many pairs were proposed; for a large plan the work that computes them, and no number yet."""

    pairs: int | None
    job: UUID | None


class AppliedOut(Schema):
    """How many pairs became assignments."""

    assigned: int


@router.get("/placements", response=PlansOut, summary=_("Rencana penempatan di wilayah saya"))
def plans(request: HttpRequest, after: str = "") -> dict[str, Any]:
    page = queries.plans_page(_planner(request), after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.post("/placements", response={201: PlanOut}, summary=_("Buat rencana penempatan; dikirim dua kali tetap satu"))
def plan_add(request: HttpRequest, sent: PlanIn) -> tuple[int, queries.PlanCard]:
    viewer = _planner(request)
    return 201, _card(viewer, services.make_plan(by=viewer, **sent.dict()))


@router.get("/placements/{uuid:id}", response=PlanOut, summary=_("Usulan pasangan dengan alasannya"))
def plan(request: HttpRequest, id: UUID) -> queries.PlanCard:
    return _card(_planner(request), id)


@router.post("/placements/{uuid:id}/compute", response=ComputedOut, summary=_("Hitung usulan pasangan"))
def plan_compute(request: HttpRequest, id: UUID) -> ComputedOut:
    viewer = _planner(request)
    _card(viewer, id)
    if services.size_of(viewer, id) > services.AT_ONCE:
        return ComputedOut(pairs=None, job=start(queries.KIND, by=viewer, arguments={"plan": str(id)}))
    now = request.now  # type: ignore[attr-defined]  # set by middleware
    return ComputedOut(pairs=services.compute(by=viewer, plan=id, now=now), job=None)


@router.get(
    "/placements/{uuid:id}/pairs/{uuid:engagement}", response=DeskOut, summary=_("Semua pilihan untuk satu dampingan")
)
def pair(request: HttpRequest, id: UUID, engagement: UUID) -> queries.PairDesk:
    return _desk(_planner(request), id, engagement)


@router.put(
    "/placements/{uuid:id}/pairs/{uuid:engagement}", response=DeskOut, summary=_("Tetapkan hal satu dampingan")
)
def pair_settle(request: HttpRequest, id: UUID, engagement: UUID, sent: SettledIn) -> queries.PairDesk:
    viewer = _planner(request)
    _desk(viewer, id, engagement)
    told = {name: str(value) for name, value in sent.dict().items() if value not in (None, "", False)}
    services.settle(by=viewer, plan=id, engagement=engagement, told={**told, **({"out": "1"} if sent.out else {})})
    return _desk(viewer, id, engagement)


@router.post("/placements/{uuid:id}/apply", response=AppliedOut, summary=_("Tugaskan pasangan yang dipilih"))
def plan_apply(request: HttpRequest, id: UUID, sent: ApplyIn) -> AppliedOut:
    viewer = _planner(request)
    _card(viewer, id)
    now = request.now  # type: ignore[attr-defined]  # set by middleware
    letter = sent.letter.strip()[:120]
    return AppliedOut(
        assigned=services.apply_plan(by=viewer, id=sent.id, plan=id, chosen=sent.chosen, now=now, letter=letter)
    )


def _planner(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*PLANNERS):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _card(viewer: Viewer, id: UUID) -> queries.PlanCard:
    found = queries.plan_card(viewer, id)
    if found is None:
        raise Http404
    return found


def _desk(viewer: Viewer, id: UUID, engagement: UUID) -> queries.PairDesk:
    try:
        found = queries.pair_desk(viewer, id, engagement)
    except Refused:
        raise Http404 from None  # a programme without a rule of assignment has no desk
    if found is None:
        raise Http404
    return found
