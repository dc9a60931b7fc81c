"""Progress of participants for programs: the same scope and the same checks as the pages, as JSON.

Whoever writes names the record by UUID, so that sending twice keeps it once; not told is null, never zero.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.features.programmes.queries import engagement_card
from sidamping.features.progress import queries, services
from sidamping.features.progress.forms.bodies import CorrectionIn, MonthIn
from sidamping.features.progress.queries import LISTS, ParticipantFilter, Standing
from sidamping.platform.access.viewer import Viewer

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


class CheckIn(Schema):
    """How somebody else saw the proof of the figures."""

    how: str


class ProfileIn(Schema):
    """A participant as of a day, in codes of the lists; leave out what was not told."""

    id: UUID
    as_of: date
    sector: str = ""
    income: str = ""
    technology: str = ""
    devices: list[str] = []
    signal: str = ""
    cycle_months: int | None = None
    cycle_note: str = ""
    workers_full: int | None = None
    workers_part: int | None = None
    workers_family: int | None = None
    education: str = ""
    behaviour: str = ""
    capital: int | None = None
    turnover: int | None = None
    track_record: str = ""
    loan_plafond: int | None = None
    loan_tenor: int | None = None
    motivation: str = ""
    source: str = "typed"


class ProfileOut(ProfileIn):
    """A profile with who wrote it."""

    by: str


class ParticipantOut(Schema):
    """A participant today: how long, contact so far, months told, and the outcomes that success is counted by.

    `contact_state` is warned or breached; an outcome is null while not enough was told.
    """

    engagement_id: UUID
    mentee: str
    village: str
    district: str
    mentor: str
    cohort: str
    starts: date
    last: date | None
    seasonal: bool
    band: str
    visits: int | None
    contacts: int | None
    contact_state: str
    months: int
    verified: int
    latest_turnover: int | None
    outcomes: dict[str, bool | None]
    profile: ProfileOut | None


class ParticipantsOut(Schema):
    """By name; `next_key` goes into `after` for the next page, '' on the last."""

    rows: list[ParticipantOut]
    next_key: str


class ListedIn(Schema):
    """What the list is narrowed to; profile fields in codes of their lists."""

    text: str = ""
    programme: str = ""
    cohort: UUID | None = None
    area: str = ""
    mentor: UUID | None = None
    sector: str = ""
    income: str = ""
    technology: str = ""
    signal: str = ""
    devices: str = ""


@router.get("/participants", response=ParticipantsOut, summary=_("Peserta dengan profil, kontak, dan kemajuannya"))
def participants(request: HttpRequest, wanted: Query[ListedIn], after: str = "") -> dict[str, Any]:
    viewer = _viewer(request)
    if not viewer.has(*LISTS):
        raise PermissionDenied("ACCESS_001")
    page = queries.participant_page(viewer, ParticipantFilter(**wanted.dict()), after)
    return {"rows": [_participant(one) for one in page.rows], "next_key": page.next_key}


@router.get("/participants/{uuid:id}", response=ParticipantOut, summary=_("Satu peserta, menurut dampingannya"))
def participant(request: HttpRequest, id: UUID) -> dict[str, Any]:
    viewer = _viewer(request)
    card = engagement_card(viewer, id, walked=False)
    if card is None:
        raise Http404
    return _participant(queries.standing_of(card, viewer.on))


@router.get("/engagements/{uuid:id}/profiles", response=list[ProfileOut], summary=_("Profil peserta dari masa ke masa"))
def profiles(request: HttpRequest, id: UUID) -> tuple[queries.ProfileLine, ...]:
    _found(request, id)
    return queries.profile_history(id)


@router.post("/engagements/{uuid:id}/profiles", response=list[ProfileOut], summary=_("Catat profil peserta"))
def add_profile(request: HttpRequest, id: UUID, said: ProfileIn) -> tuple[queries.ProfileLine, ...]:
    _found(request, id)
    viewer = _viewer(request)
    draft = services.ProfileDraft(**{**said.dict(), "devices": tuple(said.devices)})
    services.record_profile(by=viewer, engagement=id, draft=draft, on=viewer.on)
    return queries.profile_history(id)


@router.get("/engagements/{uuid:id}/months", response=list[MonthOut], summary=_("Angka bulanan satu dampingan"))
def months(request: HttpRequest, id: UUID) -> list[dict[str, Any]]:
    _found(request, id)
    return _series(id)


@router.post("/engagements/{uuid:id}/months", response=list[MonthOut], summary=_("Catat angka satu bulan"))
def add_month(request: HttpRequest, id: UUID, said: MonthIn) -> list[dict[str, Any]]:
    _found(request, id)
    viewer = _viewer(request)
    services.record_month(by=viewer, engagement=id, draft=said.draft(), on=viewer.on)
    return _series(id)


@router.post("/months/{uuid:id}/correct", response=list[MonthOut], summary=_("Perbaiki angka bulan, dengan alasan"))
def correct_month(request: HttpRequest, id: UUID, said: CorrectionIn) -> list[dict[str, Any]]:
    viewer = _viewer(request)
    line = _month_line(viewer, id)
    services.correct_month(by=viewer, record=id, draft=said.draft(), why=said.why, on=viewer.on)
    return _series(line.engagement_id)


@router.post("/months/{uuid:id}/verify", response=list[MonthOut], summary=_("Nyatakan bukti angka bulan sudah dilihat"))
def verify_month(request: HttpRequest, id: UUID, said: CheckIn) -> list[dict[str, Any]]:
    viewer = _viewer(request)
    line = _month_line(viewer, id)
    services.verify_month(by=viewer, record=id, how=said.how, on=viewer.on)
    return _series(line.engagement_id)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return viewer


def _found(request: HttpRequest, id: UUID) -> None:
    if engagement_card(_viewer(request), id, walked=False) is None:
        raise Http404


def _month_line(viewer: Viewer, id: UUID) -> queries.MonthLine:
    line = queries.month_record(viewer, id)
    if line is None:
        raise Http404
    return line


def _series(engagement: UUID) -> list[dict[str, Any]]:
    return [_out(one) for one in queries.series_of([engagement]).get(engagement, ())]


def _out(one: queries.MonthLine) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in MonthOut.model_fields if name != "month"}
    return {**plain, "month": str(one.month)}


def _participant(one: Standing) -> dict[str, Any]:
    card, dose = one.card, one.dose
    return {
        "engagement_id": card.id, "mentee": card.mentee_name, "village": card.village, "district": card.district,
        "mentor": card.mentor_name, "cohort": card.cohort_name, "starts": card.starts, "last": one.last,
        "seasonal": one.seasonal, "band": one.band, "visits": dose.visits if dose else None,
        "contacts": dose.contacts if dose else None, "contact_state": one.contact_state, "months": len(one.series),
        "verified": one.verified, "latest_turnover": one.latest_turnover,
        "outcomes": dict(one.success.outcomes) if one.success else {}, "profile": one.profile,
    }
