"""Recruitment for other programs: calls, candidates, one candidate, the ranked list; scope as on the pages (B3).

Numbers of identity and telephones stay masked; decisions are for recruiters, never for the candidate.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.parties import masked
from sidamping.features.recruitment import queries
from sidamping.features.recruitment.queries import CandidateCard, CandidateLine
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["rekrutmen"])
Found = TypeVar("Found")


class PositionOut(Schema):
    """What mentors are sought for: the theme, how many, and how many applied."""

    theme: str
    label: str
    wanted: int
    need: str
    applied: int


class CallOut(Schema):
    """A call for mentors of a cohort."""

    id: UUID
    cohort_id: UUID
    cohort: str
    programme: str
    area: str
    opens: date
    closes: date
    places: int
    candidates: int
    positions: list[PositionOut]


class CallsOut(Schema):
    """A page of calls; `next_key` goes into `after` for the next one, '' on the last."""

    rows: list[CallOut]
    next_key: str


class CandidateOut(Schema):
    """A candidate of a list; `twins` counts other applications of the call under the same NIK."""

    id: UUID
    name: str
    position: str
    theme: str
    origin: str
    applied_on: date
    state: str
    stage: str
    reasons: list[str]
    twins: int


class CandidatesOut(Schema):
    """A page of candidates in the order they applied."""

    rows: list[CandidateOut]
    next_key: str


class StageDecisionOut(Schema):
    """A decision on a stage with its reasons."""

    stage: str
    label: str
    passed: bool
    withdrawn: bool
    reasons: list[str]
    remark: str
    on: date
    by: str


class CandidateCardOut(Schema):
    """One candidate; an interviewer reads neither numbers nor decisions."""

    candidate: CandidateOut
    call_id: UUID
    cohort: str
    nik: str
    phone: str
    village: str
    education: str
    experience: str
    applied_at: datetime
    helper: str
    documents: list[str]
    decisions: list[StageDecisionOut]
    twins: list[UUID]


class RankOut(Schema):
    """A place on the ranked list; `total` is exact, `people_decide` where a tie straddles the number sought."""

    rank: int
    candidate: UUID
    name: str
    total: str
    points: float
    within: bool
    people_decide: bool
    decided_by: str


class RankingOut(Schema):
    """The ranked list with its tie rule, and who still waits for marks."""

    places: int
    tie_rule: str
    tie_status: str
    rows: list[RankOut]
    waiting: list[UUID]


@router.get("/mentor-calls", response=CallsOut, summary=_("Lowongan pendamping di wilayah saya"))
def calls(request: HttpRequest, after: str = "") -> dict[str, Any]:
    page = queries.calls_page(_viewer(request, *queries.RECRUITERS), after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/mentor-calls/{uuid:id}", response=CallOut, summary=_("Satu lowongan pendamping"))
def call(request: HttpRequest, id: UUID) -> Any:
    return _found(queries.call_card(_viewer(request, *queries.RECRUITERS), id))


@router.get("/mentor-calls/{uuid:id}/candidates", response=CandidatesOut, summary=_("Calon pendamping satu lowongan"))
def candidates(request: HttpRequest, id: UUID, after: str = "") -> dict[str, Any]:
    viewer = _viewer(request, *queries.RECRUITERS)
    _found(queries.call_card(viewer, id, needs=False))
    page = queries.candidates_page(viewer, id, after)
    return {"rows": [_line(one) for one in page.rows], "next_key": page.next_key}


@router.get("/candidates/{uuid:id}", response=CandidateCardOut, summary=_("Satu calon pendamping"))
def candidate(request: HttpRequest, id: UUID) -> CandidateCardOut:
    return _card(_found(queries.candidate_card(_viewer(request, *queries.INTERVIEWERS), id)))


@router.get("/mentor-calls/{uuid:id}/ranking", response=RankingOut, summary=_("Daftar peringkat satu lowongan"))
def ranking(request: HttpRequest, id: UUID) -> RankingOut:
    found = _found(queries.ranking_of(_viewer(request, *queries.RECRUITERS), id))
    rows = [
        RankOut(
            rank=one.place.rank, candidate=one.candidate.id, name=one.candidate.name, total=str(one.place.total),
            points=round(float(one.place.total), 2), within=one.place.within,
            people_decide=one.place.people_decide, decided_by=one.decided_by,
        )
        for one in found.lines
    ]
    return RankingOut(
        places=found.places, tie_rule=found.tie_rule, tie_status=found.tie_status, rows=rows,
        waiting=[one.id for one, _missing in found.waiting],
    )


def _viewer(request: HttpRequest, *wanted: str) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*wanted):
        raise PermissionDenied
    return viewer


def _found(one: Found | None) -> Found:
    """What was asked for; a stranger is told that there is none."""
    if one is None:
        raise Http404
    return one


def _line(one: CandidateLine) -> CandidateOut:
    names = ("id", "name", "position", "theme", "origin", "applied_on", "state", "stage", "twins")
    plain: dict[str, Any] = {name: getattr(one, name) for name in names}
    return CandidateOut(**plain, reasons=list(one.reasons))


def _card(card: CandidateCard) -> CandidateCardOut:
    names = ("call_id", "cohort", "nik", "village", "education", "experience", "applied_at", "helper")
    plain: dict[str, Any] = {name: getattr(card, name) for name in names}
    return CandidateCardOut(
        **plain, candidate=_line(card.line), phone=masked(card.phone), documents=[one.title for one in card.documents],
        twins=[one.id for one in card.twins], decisions=[_decision(one) for one in card.decisions],
    )


def _decision(one: Any) -> StageDecisionOut:
    names = ("stage", "label", "passed", "withdrawn", "remark", "on", "by")
    return StageDecisionOut(**{name: getattr(one, name) for name in names}, reasons=list(one.reasons))
