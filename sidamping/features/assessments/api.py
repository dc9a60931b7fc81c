"""Assessments for programs: the same scope, services and faults as the pages, as JSON.

Whoever opens a round names it by UUID, so sending twice opens once; a filling is saved against the count that was seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.scoring.instrument import TABLE, Instrument
from sidamping.domain.scoring.sheet import Item, Section, flat, sheet
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.queries import AssessmentCard, AssessmentFilter, FillingLine
from sidamping.features.assessments.services import AssessmentDraft

router = Router(tags=["penilaian"])


class SubjectOut(Schema):
    """Whom or what a round is about."""

    kind: str
    id: UUID | None
    name: str
    place: str


class HeadOut(Schema):
    """One round in a list; total, category and coverage of a decided one, coverage as part of 1."""

    id: UUID
    subject: SubjectOut
    instrument: str
    instrument_title: str
    version: str
    status: str
    purpose: str
    as_of: date
    state: str
    lead: str
    total: float | None
    category: str
    coverage: float | None
    mine: str
    sampled: bool
    simulated: bool


class HeadsOut(Schema):
    """A page of rounds; `next_key` goes into `after` for the next one, '' on the last page."""

    rows: list[HeadOut]
    next_key: str


class FillingOut(Schema):
    """A filling: typed texts by item key; `revised` goes into `seen` when saving."""

    id: UUID
    part: str
    by: str
    answered_by: str
    values: dict[str, str]
    notes: dict[str, str]
    revised: int
    submitted_at: datetime | None


class StepOut(Schema):
    """One act on the round, in order."""

    act: str
    by: str
    at: datetime
    remark: str


class ResultOut(Schema):
    """A sealed result: its file, its hash, what was given and what came out with the trace of every point."""

    id: UUID
    version: str
    sha256: str
    method: str
    as_of: date
    given: dict[str, Any]
    outcome: dict[str, Any]
    decided: bool
    reason: str
    by: str
    at: datetime


class CardOut(Schema):
    """One round with what the reader may read of it, and may do now. `earlier`: fillings that were returned."""

    head: HeadOut
    method: str
    sha256: str
    pair: UUID | None
    follow_up: UUID | None
    fillings: list[FillingOut]
    earlier: list[FillingOut]
    steps: list[StepOut]
    results: list[ResultOut]
    may: list[str]
    waiting_for: list[str]


class OpenIn(Schema):
    """A round to be opened about exactly one of party, mentor and topic; `version` pins another than the day's."""

    id: UUID
    instrument: str
    as_of: date
    purpose: str = "single"
    party: UUID | None = None
    mentor: UUID | None = None
    topic: str = ""
    pair: UUID | None = None
    method: str = TABLE
    version: str = ""


class SaveIn(Schema):
    """Items of the own filling: left out stays as it is, '' takes out. `seen` is the count it was written against."""

    seen: int
    values: dict[str, str] = {}
    notes: dict[str, str] = {}
    answered_by: str = ""


class Opened(Schema):
    id: UUID


class Saved(Schema):
    """The new count of changes."""

    revised: int


class Submitted(Schema):
    """What the sealed filling scores, as `sidamping score --json` prints it; coverage below 1 is partial."""

    outcome: dict[str, Any]


class InstrumentOut(Schema):
    """A version of an instrument; status resmi, usulan or contoh."""

    name: str
    version: str
    sha256: str
    title: str
    status: str
    cite: str
    subject: str
    respondent: str
    starts: date
    uploaded: bool


class ItemOut(Schema):
    """One thing to fill in; `key` is what a filling's values are sent under."""

    key: str
    kind: str
    label: str
    help: str
    cite: str
    status: str
    signed: bool
    within: str
    optional: bool
    used_by: list[str]


class SectionOut(Schema):
    key: str
    label: str
    cite: str
    items: list[ItemOut]


class SheetOut(Schema):
    """An instrument in one version with all of its items, and the versions there are."""

    instrument: InstrumentOut
    sections: list[SectionOut]
    versions: list[InstrumentOut]


@router.get("/assessments", response=HeadsOut, summary=_("Penilaian yang boleh saya lihat"))
def list_assessments(
    request: HttpRequest, state: str = "", instrument: str = "", text: str = "", area: str = "", after: str = ""
) -> dict[str, Any]:
    page = queries.assessments_page(request.viewer, AssessmentFilter(state, instrument, text, area), after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.post("/assessments", response=Opened, summary=_("Buka satu penilaian; dikirim dua kali tetap satu"))
def open_assessment(request: HttpRequest, sent: OpenIn) -> Opened:
    draft = AssessmentDraft(
        sent.id, sent.instrument, sent.as_of, sent.purpose, sent.party, sent.mentor, sent.topic, sent.pair,
        sent.method, sent.version,
    )
    return Opened(id=services.open_assessment(by=request.viewer, draft=draft, on=request.today))


@router.get("/assessments/{uuid:id}", response=CardOut, summary=_("Isi, perjalanan, dan hasil satu penilaian"))
def one_assessment(request: HttpRequest, id: UUID) -> dict[str, Any]:
    return _out(_card(request, id), queries.earlier_fillings(request.viewer, id))


@router.post("/assessments/{uuid:id}/filling", response=Saved, summary=_("Simpan isian saya"))
def save_filling(request: HttpRequest, id: UUID, sent: SaveIn) -> Saved:
    _card(request, id)
    revised = services.save_filling(
        by=request.viewer, assessment=id, values=sent.values, notes=sent.notes, seen=sent.seen, now=request.now,
        answered_by=sent.answered_by, source="api",
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


def _out(card: AssessmentCard, earlier: Iterable[FillingLine]) -> dict[str, Any]:
    return {
        "head": card.head, "method": card.method, "sha256": card.sha256, "pair": card.pair_id,
        "follow_up": card.follow_up_id, "fillings": [_filling(one) for one in card.fillings],
        "earlier": [_filling(one) for one in earlier],
        "steps": list(card.steps), "results": list(card.results), "may": sorted(card.may),
        "waiting_for": list(card.waiting_for),
    }


def _filling(one: FillingLine) -> dict[str, Any]:
    return {
        "id": one.id, "part": one.part, "by": one.by, "answered_by": one.answered_by, "values": flat(one.data),
        "notes": one.data.get("notes", {}), "revised": one.revised, "submitted_at": one.submitted_at,
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
