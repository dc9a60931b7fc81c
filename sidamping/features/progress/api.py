"""Progress of participants for programs: the same scope and the same checks as the pages, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.programmes.queries import engagement_card
from sidamping.features.progress import queries, services
from sidamping.features.progress.services.drafts import LABELS

router = Router(tags=["kemajuan"])


class MonthOut(Schema):
    """What holds of a month; null = not told. `state` is reported or verified."""

    id: UUID
    month: str
    turnover: int | None
    days_recorded: int | None
    daily_kept: bool | None
    monthly_kept: bool | None
    proof: str
    workers_full: int | None
    workers_part: int | None
    workers_family: int | None
    source: str
    told_on: date
    state: str


class MonthIn(Schema):
    """The figures of a month; leave out what was not told. The same id sent twice is kept once."""

    id: UUID
    month: str
    turnover: int | None = None
    days_recorded: int | None = None
    daily_kept: bool | None = None
    monthly_kept: bool | None = None
    proof: str = ""
    workers_full: int | None = None
    workers_part: int | None = None
    workers_family: int | None = None
    note: str = ""
    source: str = "typed"


@router.get("/engagements/{uuid:id}/months", response=list[MonthOut], summary=_("Angka bulanan satu dampingan"))
def months(request: HttpRequest, id: UUID) -> list[dict[str, Any]]:
    _found(request, id)
    return [_out(one) for one in queries.series_of([id]).get(id, ())]


@router.post("/engagements/{uuid:id}/months", response=list[MonthOut], summary=_("Catat angka satu bulan"))
def add_month(request: HttpRequest, id: UUID, said: MonthIn) -> list[dict[str, Any]]:
    _found(request, id)
    draft = services.MonthDraft(**{**said.dict(), "month": _month(said.month)})
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    services.record_month(by=viewer, engagement=id, draft=draft, on=viewer.on)
    return [_out(one) for one in queries.series_of([id]).get(id, ())]


def _found(request: HttpRequest, id: UUID) -> None:
    if engagement_card(request.viewer, id, walked=False) is None:  # type: ignore[attr-defined]  # set by middleware
        raise Http404


def _out(one: queries.MonthLine) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in MonthOut.model_fields if name != "month"}
    return {**plain, "month": str(one.month)}


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        label = LABELS["month"]
        raise Refused(problem("GENERAL_002", "month", label=label, seen=text[:20])) from error
