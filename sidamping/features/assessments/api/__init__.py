"""Assessments for programs: the same scope, services and faults as the pages, as JSON.

Whoever opens a round names it by UUID, so sending twice opens once; a filling is saved against the count that was seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import Item, Section, flat, sheet
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.api.schemas import (
    CardOut,
    DeltaOut,
    HeadsOut,
    InstrumentOut,
    Opened,
    OpenIn,
    Saved,
    SheetOut,
    Submitted,
)
from sidamping.features.assessments.forms.bodies import SaveIn
from sidamping.features.assessments.queries import AssessmentCard, AssessmentFilter, EvidenceLine, FillingLine
from sidamping.features.assessments.services import AssessmentDraft

router = Router(tags=["penilaian"])


@router.get("/assessments", response=HeadsOut, summary=_("Penilaian yang boleh saya lihat"))
def list_assessments(
    request: HttpRequest, state: str = "", instrument: str = "", text: str = "", area: str = "", after: str = ""
) -> dict[str, Any]:
    page = queries.assessments_page(request.viewer, AssessmentFilter(state, instrument, text, area), after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.post("/assessments", response=Opened, summary=_("Buka satu penilaian; dikirim dua kali tetap satu"))
def open_assessment(request: HttpRequest, sent: OpenIn) -> Opened:
    draft = AssessmentDraft(
        sent.id, sent.instrument, sent.as_of, sent.purpose, sent.party, sent.mentor, sent.topic,
        pair_id=sent.pair, method=sent.method, version=sent.version, engagement_id=sent.engagement,
    )
    return Opened(id=services.open_assessment(by=request.viewer, draft=draft, on=request.today))


@router.get("/assessments/{uuid:id}", response=CardOut, summary=_("Isi, perjalanan, dan hasil satu penilaian"))
def one_assessment(request: HttpRequest, id: UUID) -> dict[str, Any]:
    return _out(_card(request, id), queries.earlier_fillings(request.viewer, id))


@router.get("/assessments/{uuid:id}/delta", response=DeltaOut, summary=_("Perubahan awal ke akhir dengan satu versi"))
def delta(request: HttpRequest, id: UUID, other: UUID | None = None) -> Any:
    """The round and the other half of its pair; or any later round about the same subject, named as `other`."""
    viewer = request.viewer
    found = queries.pair_delta(viewer, id) if other is None else queries.compare(viewer, id, other)
    if found is None:
        raise Http404
    return found


@router.post("/assessments/{uuid:id}/filling", response=Saved, summary=_("Simpan isian saya"))
def save_filling(request: HttpRequest, id: UUID, sent: SaveIn) -> Saved:
    _card(request, id)
    revised = services.save_filling(
        by=request.viewer, assessment=id, values=sent.values, notes=sent.notes, seen=sent.seen, now=request.now,
        answered_by=sent.answered_by, source="imported",
    )
    return Saved(revised=revised)


@router.post("/assessments/{uuid:id}/submit", response=Submitted, summary=_("Serahkan isian saya"))
def submit_filling(request: HttpRequest, id: UUID) -> Submitted:
    _card(request, id)
    made = services.submit_filling(by=request.viewer, assessment=id, now=request.now)
    return Submitted(outcome=made.plain())


@router.get("/instruments", response=list[InstrumentOut], summary=_("Instrumen yang berlaku pada satu hari"))
def list_instruments(request: HttpRequest, on: date | None = None) -> Any:
    return list(queries.instruments_on(on or request.today))


@router.get("/instruments/{name}", response=SheetOut, summary=_("Butir satu instrumen, menurut hari atau versinya"))
def one_instrument(request: HttpRequest, name: str, on: date | None = None, version: str = "") -> dict[str, Any]:
    versions = queries.versions_of(name)
    if not versions:
        raise Http404
    found = queries.instrument_for(version, name) if version else queries.instrument_on(name, on or request.today)
    return {"instrument": queries.head_of(found), "sections": _sections(found), "versions": list(versions)}


def _card(request: HttpRequest, id: UUID) -> AssessmentCard:
    card = queries.assessment_card(request.viewer, id)
    if card is None:
        raise Http404
    return card


def _out(card: AssessmentCard, earlier: tuple[FillingLine, ...]) -> dict[str, Any]:
    files = queries.evidence_behind(card, earlier)
    return {
        "head": card.head, "method": card.method, "sha256": card.sha256, "pair": card.pair_id,
        "follow_up": card.follow_up_id, "fillings": [_filling(one, files.get(one.id, {})) for one in card.fillings],
        "earlier": [_filling(one, files.get(one.id, {})) for one in earlier],
        "steps": list(card.steps), "results": list(card.results), "may": sorted(card.may),
        "waiting_for": list(card.waiting_for),
    }


def _filling(one: FillingLine, files: Mapping[str, Iterable[EvidenceLine]]) -> dict[str, Any]:
    return {
        "id": one.id, "part": one.part, "by": one.by, "answered_by": one.answered_by, "values": flat(one.data),
        "notes": one.data.get("notes", {}), "revised": one.revised, "submitted_at": one.submitted_at,
        "evidence": [file for held in files.values() for file in held],
    }


def _sections(instrument: Instrument) -> list[dict[str, Any]]:
    return [_section(one) for one in sheet(instrument)]


def _section(one: Section) -> dict[str, Any]:
    items = [_item(item) for item in one.items]
    return {"key": one.key, "label": queries.said(one.label), "cite": one.cite, "items": items}


def _item(one: Item) -> dict[str, Any]:
    return {
        "key": one.key, "kind": one.kind, "label": queries.said(one.label), "help": queries.said(one.help),
        "cite": one.cite, "status": one.status, "signed": one.signed,
        "within": one.within.text if one.within else "", "optional": one.optional, "used_by": list(one.used_by),
    }
