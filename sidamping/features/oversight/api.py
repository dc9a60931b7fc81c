"""Oversight for other programs: calls and visits of the office, proof of visits, benefits, the board of a programme.

Scope and checks are those of the pages; every fault comes back at once, with its code and place (status 422).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.queries.board import BoardFilter, board, boards
from sidamping.features.oversight.queries.contacts import ContactLine
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["pemantauan"])
READERS = (roles.MENTOR, *roles.OVERSEERS)


class AnswerIn(Schema):
    """What the mentee said of one visit: confirmed, denied, unreached."""

    visit: UUID
    result: str


class ContactIn(Schema):
    """A call or visit of the office; `id` makes a repetition harmless."""

    id: UUID
    engagement: UUID
    kind: str
    held_on: date
    spoke_with: str
    findings: str
    capacity: str = ""
    said: str = ""
    follow_up: str = ""
    answers: list[AnswerIn] = []


class ContactOut(Schema):
    """A call or visit; `hidden` where the programme keeps the mentee's words from the reader."""

    id: UUID
    engagement: UUID
    mentee: str
    kind: str
    held_on: date
    spoke_with: str
    findings: str
    said: str
    follow_up: str
    by: str
    hidden: bool


class ContactPage(Schema):
    """Newest first; `next_key` goes into `after` for the next page, '' on the last."""

    rows: list[ContactOut]
    next_key: str


class EvidenceOut(Schema):
    """A visit with the codes of what confirms it, speaks against it, is missing."""

    visit: UUID
    visited_on: date
    mentor: str
    confirmed: list[str]
    against: list[str]
    missing: list[str]
    sampled: bool


class CheckIn(Schema):
    id: UUID
    way: str
    result: str
    checked_on: date
    note: str = ""
    of_sample: bool = False


class BenefitIn(Schema):
    id: UUID
    area: str
    happened_on: date
    text: str
    quantity: Decimal
    unit: str


class BenefitOut(Schema):
    id: UUID
    area: str
    happened_on: date
    text: str
    quantity: Decimal
    unit: str
    by: str
    withdrawn_on: date | None


class StepOut(Schema):
    """A step of the funnel; every count is of `whole`."""

    code: str
    label: str
    stage: str
    passed: int
    late: int
    stopped: int
    at: int
    whole: int


class BoardOut(Schema):
    """A programme as it stood on a day; `target` None where none is set."""

    programme: str
    title: str
    on: date
    target: int | None
    reached: int
    whole: int
    steps: list[StepOut]


class Written(Schema):
    id: UUID


@router.get("/monitoring/contacts", response=ContactPage, summary=_("Telepon dan kunjungan kantor"))
def contacts(request: HttpRequest, engagement: UUID | None = None, after: str = "") -> ContactPage:
    viewer = _viewer(request, *READERS)
    found = queries.contacts_of(viewer, engagement=engagement, after=after)
    return ContactPage(rows=[_contact(one) for one in found.rows], next_key=found.next_key)


@router.post("/monitoring/contacts", response={201: Written}, summary=_("Catat telepon atau kunjungan kantor"))
def contact_add(request: HttpRequest, sent: ContactIn) -> tuple[int, Written]:
    viewer = _viewer(request, *queries.MONITORS)
    values = sent.dict(exclude={"engagement", "answers"})
    answers = tuple(services.Answer(one.visit, one.result) for one in sent.answers)
    draft = services.ContactDraft(engagement_id=sent.engagement, answers=answers, **values)
    return 201, Written(id=services.record_contact(by=viewer, draft=draft, on=viewer.on))


@router.get("/monitoring/visits", response=list[EvidenceOut], summary=_("Bukti kunjungan satu bulan"))
def visits(request: HttpRequest, month: str, only: str = "") -> list[EvidenceOut]:
    viewer = _viewer(request, *roles.OVERSEERS)
    try:
        asked = Month.parse(month)
    except ValueError as error:
        raise Refused(problem("GENERAL_004", "month", label="month", seen=month, example="2026-11")) from error
    rows = queries.narrowed(queries.evidence_of(viewer, asked).rows, only)
    return [
        EvidenceOut(
            visit=one.visit.id, visited_on=one.visit.visited_on, mentor=one.visit.mentor_name,
            confirmed=list(one.told.confirmed), against=list(one.told.against), missing=list(one.told.missing),
            sampled=one.sampled,
        )
        for one in rows
    ]


@router.post("/monitoring/visits/{visit}/checks", response={201: Written}, summary=_("Catat pemeriksaan kunjungan"))
def check_add(request: HttpRequest, visit: UUID, sent: CheckIn) -> tuple[int, Written]:
    viewer = _viewer(request, *queries.MONITORS)
    draft = services.CheckDraft(visit=visit, **sent.dict())
    return 201, Written(id=services.check_visit(by=viewer, draft=draft, on=viewer.on))


@router.get("/engagements/{engagement}/benefits", response=list[BenefitOut], summary=_("Manfaat satu dampingan"))
def benefits(request: HttpRequest, engagement: UUID) -> list[BenefitOut]:
    viewer = _viewer(request, roles.CHAIR, *READERS)
    if engagement_card(viewer, engagement) is None:
        raise Http404
    names = ("id", "area", "happened_on", "text", "quantity", "unit", "by", "withdrawn_on")
    rows = queries.benefits_of(viewer, engagement)
    return [BenefitOut(**{name: getattr(one, name) for name in names}) for one in rows]


@router.post("/engagements/{engagement}/benefits", response={201: Written}, summary=_("Catat manfaat"))
def benefit_add(request: HttpRequest, engagement: UUID, sent: BenefitIn) -> tuple[int, Written]:
    viewer = _viewer(request, roles.MENTOR, *queries.MONITORS)
    draft = services.BenefitDraft(engagement_id=engagement, typed=str(sent.quantity), **sent.dict())
    return 201, Written(id=services.record_benefit(by=viewer, draft=draft, on=viewer.on))


@router.get("/board/{programme}", response=BoardOut, summary=_("Papan program: corong dan target"))
def board_one(request: HttpRequest, programme: str, cohort: UUID | None = None, region: str = "") -> BoardOut:
    viewer = _viewer(request, *roles.OVERSEERS)
    found = board(viewer, programme, cohort, BoardFilter(region=region)) if boards(viewer) else None
    if found is None:
        raise Http404
    names = ("code", "label", "stage", "passed", "late", "stopped", "at", "whole")
    return BoardOut(
        programme=found.programme, title=found.title, on=found.on, target=found.target, reached=found.reached.part,
        whole=found.whole, steps=[StepOut(**{name: getattr(one, name) for name in names}) for one in found.steps],
    )


def _viewer(request: HttpRequest, *wanted: str) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*wanted):
        raise PermissionDenied
    return viewer


def _contact(one: ContactLine) -> ContactOut:
    names = ("id", "mentee", "kind", "held_on", "spoke_with", "findings", "said", "follow_up", "by", "hidden")
    return ContactOut(engagement=one.engagement_id, **{name: getattr(one, name) for name in names})
