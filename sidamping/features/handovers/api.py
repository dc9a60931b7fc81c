"""Handovers for other programs: what waits, the dossier, remarks, handing over and reading, as on the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.handovers import queries, services
from sidamping.features.handovers.queries import READERS, HandoverCard, HandoverLine
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["estafet"])


class HandoverOut(Schema):
    """A change of mentor: open, handed or read; `id` is the assignment that begins."""

    id: UUID
    engagement_id: UUID
    programme: str
    mentee: str
    village: str
    regency: str
    leaving: str
    arriving: str
    last_day: date
    first_day: date
    state: str


class HandoversOut(Schema):
    """Those that wait first; `next_key` goes into `after` for the next page, '' on the last."""

    rows: list[HandoverOut]
    next_key: str


class RemarkOut(Schema):
    """What somebody added."""

    text: str
    by: str
    at: datetime


class DossierOut(Schema):
    """The dossier, live until it is handed over and frozen with its hash from then on; `may` names open acts."""

    handover: HandoverOut
    content: dict[str, Any]
    remarks: list[RemarkOut]
    last_sent: datetime | None
    sha256: str
    handed_by: str
    handed_at: datetime | None
    handed_why: str
    read_at: datetime | None
    read_remark: str
    may: list[str]


class RemarkIn(Schema):
    """What no record says; `id` makes a repetition harmless."""

    id: UUID
    text: str


class HandIn(Schema):
    """`sent`: the leaving mentor says that nothing is left on the phone; `why`: the office, for acting instead."""

    sent: bool = False
    why: str = ""


class ReadIn(Schema):
    """What the new mentor says after reading, if anything."""

    remark: str = ""


@router.get("/handovers", response=HandoversOut, summary=_("Estafet yang menyangkut saya, yang menunggu dahulu"))
def handovers(request: HttpRequest, after: str = "") -> dict[str, Any]:
    page = queries.handovers_page(_reader(request), after)
    return {"rows": [_line(one) for one in page.rows], "next_key": page.next_key}


@router.get("/handovers/{uuid:id}", response=DossierOut, summary=_("Berkas estafet satu dampingan"))
def handover(request: HttpRequest, id: UUID) -> dict[str, Any]:
    return _dossier(_reader(request), id)


@router.post("/handovers/{uuid:id}/remarks", response={201: DossierOut}, summary=_("Tambah pesan estafet"))
def remark_add(request: HttpRequest, id: UUID, sent: RemarkIn) -> tuple[int, dict[str, Any]]:
    viewer = _reader(request)
    _card(viewer, id)
    services.add_remark(by=viewer, id=sent.id, handover=id, text=sent.text, now=_now(request))
    return 201, _dossier(viewer, id)


@router.post("/handovers/{uuid:id}/hand-over", response=DossierOut, summary=_("Serahkan; berkasnya dibekukan"))
def hand_over(request: HttpRequest, id: UUID, sent: HandIn) -> dict[str, Any]:
    viewer = _reader(request)
    _card(viewer, id)
    services.hand_over(by=viewer, handover=id, now=_now(request), sent=sent.sent, why=sent.why)
    return _dossier(viewer, id)


@router.post("/handovers/{uuid:id}/take", response=DossierOut, summary=_("Terima: pendamping baru sudah membaca"))
def take(request: HttpRequest, id: UUID, sent: ReadIn) -> dict[str, Any]:
    viewer = _reader(request)
    _card(viewer, id)
    services.confirm_reading(by=viewer, handover=id, now=_now(request), remark=sent.remark)
    return _dossier(viewer, id)


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _now(request: HttpRequest) -> datetime:
    now: datetime = request.now  # type: ignore[attr-defined]  # set by middleware
    return now


def _card(viewer: Viewer, id: UUID) -> HandoverCard:
    found = queries.handover(viewer, id)
    if found is None:
        raise Http404
    return found


def _dossier(viewer: Viewer, id: UUID) -> dict[str, Any]:
    card = _card(viewer, id)
    acts = {"remark": card.may_remark, "hand_over": card.may_hand_over, "take": card.may_confirm}
    plain = {name: getattr(card, name) for name in DossierOut.model_fields if name not in ("handover", "may")}
    return {**plain, "handover": _line(card), "may": [act for act, open_ in acts.items() if open_]}


def _line(found: HandoverLine | HandoverCard) -> dict[str, Any]:
    plain = {name: getattr(found.one, name) for name in HandoverOut.model_fields if name != "state"}
    return {**plain, "state": found.state}
