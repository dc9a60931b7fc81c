"""Applications for other programs: open calls, handing in, the list in queue order, one, a decision under its own UUID.

Scope and checks are those of the pages; personal numbers stay masked here too.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.admissions import queries, services
from sidamping.features.admissions.forms import sent_files
from sidamping.features.admissions.queries import ApplicationCard, ApplicationFilter, ApplicationLine, Call
from sidamping.features.admissions.services import ApplicationDraft, DecisionDraft
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["permohonan"])


class ApplicationOut(Schema):
    """An application of the list: where it stands and why it has its place in the queue."""

    id: UUID
    number: str
    name: str
    kind: str
    village: str
    applied_on: date
    state: str
    stage: str
    reasons: list[str]
    place: int | None
    priorities: list[str]
    possible_duplicates: int


class ApplicationsOut(Schema):
    """A page; `next_key` goes into `after` for the next one, '' on the last."""

    rows: list[ApplicationOut]
    next_key: str


class StageOut(Schema):
    """A stage: decided with its outcome and reasons, or not yet."""

    code: str
    label: str
    outcome: str
    decided_on: date | None
    by: str
    reasons: list[str]


class ApplicationCardOut(Schema):
    """One application; NIK and telephone masked."""

    id: UUID
    number: str
    name: str
    kind: str
    village: str
    phone: str
    nik: str
    legal_number: str
    applied_on: date
    state: str
    stage: str
    missing_documents: list[str]
    readiness: str
    stages: list[StageOut]
    duplicates: list[UUID]
    engagement: UUID | None


class DecisionIn(Schema):
    """A decision; `id` is made by whoever writes it and makes a repetition harmless. `evidence`: kind → where it is."""

    id: UUID
    step: str
    outcome: str
    on: date
    reasons: list[str] = []
    note: str = ""
    evidence: dict[str, str] = {}
    instead: str = ""


class Decided(Schema):
    id: UUID


class OpenCallOut(Schema):
    """A call that takes applications today: who may apply, what it asks for."""

    id: UUID
    name: str
    title: str
    programme: str
    area: str
    opens: date | None
    closes: date | None
    kinds: list[str]
    documents: list[str]
    questions: list[str]
    priorities: list[str]
    facts: list[str]


class ApplicationIn(Schema):
    """What the public form asks; `id` is made by whoever writes it. Files follow at the application's documents."""

    id: UUID
    kind: str
    name: str
    village: str
    phone: str
    contact_name: str
    statement: str
    consent: bool
    contact_position: str = ""
    address: str = ""
    cooperative_kind: str = ""
    sector: str = ""
    product: str = ""
    legal_number: str = ""
    nik_koperasi: str = ""
    nik: str = ""
    answers: dict[str, bool] = {}
    facts: dict[str, str] = {}
    priorities: list[str] = []


class FileOut(Schema):
    """A file kept for a document; `sha256` is that of what is kept, a picture without its hidden data."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    by: str


class DocumentOut(Schema):
    """A document the programme asks for, with the files there are."""

    code: str
    label: str
    required: bool
    files: list[FileOut]


class DocumentsOut(Schema):
    """Every document; `new` counts the files that this sending added."""

    new: int
    documents: list[DocumentOut]


class Applied(Schema):
    """The secret address of the receipt, for the applicant."""

    id: UUID
    receipt: str


@router.get("/open-calls", response=list[OpenCallOut], summary=_("Pendaftaran yang dibuka hari ini"))
def open_calls(request: HttpRequest) -> list[OpenCallOut]:
    return list(map(_call, queries.calls(request.today)))  # type: ignore[attr-defined]  # the calendar sets it


@router.post(
    "/open-calls/{uuid:cohort}/applications", response=Applied, summary=_("Kirim permohonan; dua kali tetap satu")
)
def submit(request: HttpRequest, cohort: UUID, said: ApplicationIn) -> Applied:
    """By whoever is signed in: the chair for the own cooperative, anybody else as a helper who is named."""
    if queries.call(cohort, request.today) is None:  # type: ignore[attr-defined]  # the calendar sets it
        raise Http404
    by: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    party = queries.own_cooperative(by) if said.kind == "cooperative" else None
    draft = ApplicationDraft(**{**said.dict(exclude={"id"}), "priorities": tuple(said.priorities)}, party=party)
    token = services.submit_application(
        by=by, id=said.id, cohort=cohort, draft=draft,
        now=request.now,  # type: ignore[attr-defined]  # the calendar sets it
    )
    return Applied(id=said.id, receipt=request.build_absolute_uri(reverse("applied", args=[token])))


@router.get("/applications", response=ApplicationsOut, summary=_("Permohonan menurut antrean"))
def list_applications(
    request: HttpRequest, cohort: UUID | None = None, stage: str = "", area: str = "", priority: str = "",
    text: str = "", after: str = "",
) -> ApplicationsOut:
    rounds = (cohort,) if cohort else ()
    wanted = ApplicationFilter(cohorts=rounds, stage=stage, area=area, priority=priority, text=text)
    page = queries.applications_page(_viewer(request), wanted, after)
    return ApplicationsOut(rows=[_line(one) for one in page.rows], next_key=page.next_key)


@router.get("/applications/{id}", response=ApplicationCardOut, summary=_("Satu permohonan"))
def one_application(request: HttpRequest, id: UUID) -> ApplicationCardOut:
    return _card(_found(request, id))


@router.post("/applications/{id}/decisions", response=Decided, summary=_("Putuskan satu tahap; dua kali tetap satu"))
def decide(request: HttpRequest, id: UUID, decision: DecisionIn) -> Decided:
    card = _found(request, id)
    evidence = tuple(EvidenceDraft(kind, said) for kind, said in decision.evidence.items())
    draft = DecisionDraft(
        decision.step, decision.outcome, decision.on, tuple(decision.reasons), decision.note, evidence,
        decision.instead,
    )
    made = services.decide_stage(by=_viewer(request), id=decision.id, application=card.id, draft=draft)
    return Decided(id=made)


@router.get(
    "/applications/{uuid:id}/documents", response=DocumentsOut, summary=_("Dokumen permohonan dan berkasnya")
)
def documents(request: HttpRequest, id: UUID) -> DocumentsOut:
    """For officers of the area, and for whoever sent the application."""
    return _documents(request, id)


@router.post(
    "/applications/{uuid:id}/documents", response=DocumentsOut, summary=_("Tambah berkas; yang sama tetap satu")
)
def add_documents(request: HttpRequest, id: UUID) -> DocumentsOut:
    """Multipart: each file under its document's code; a hash, where one was counted, under `<code>_sha256`."""
    _documents(request, id)
    by: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    on = request.today  # type: ignore[attr-defined]  # the calendar sets it
    files = sent_files(request.FILES, request.POST)
    token = queries.own_token(by, id)
    new = services.add_documents(by=by, documents=files, on=on, application=id, token=token)
    return _documents(request, id, new)


def _documents(request: HttpRequest, id: UUID, new: int = 0) -> DocumentsOut:
    by: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    found = queries.documents_of(by, id)
    if found is None:
        raise Http404
    told = [
        DocumentOut(
            code=one.need.code, label=one.need.label, required=one.need.required,
            files=[FileOut.from_orm(file) for file in one.files],
        )
        for one in found
    ]
    return DocumentsOut(new=new, documents=told)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    if not viewer.has(*queries.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _found(request: HttpRequest, id: UUID) -> ApplicationCard:
    card = queries.application_card(_viewer(request), id)
    if card is None:
        raise Http404
    return card


def _call(one: Call) -> OpenCallOut:
    plain: dict[str, Any] = {
        name: getattr(one, name) for name in ("id", "name", "title", "programme", "area", "opens", "closes")
    }
    coded: dict[str, Any] = {
        name: [said.code for said in getattr(one, name)] for name in ("documents", "questions", "priorities")
    }
    return OpenCallOut(**plain, **coded, kinds=list(one.kinds), facts=list(one.facts))


def _line(one: ApplicationLine) -> ApplicationOut:
    plain: dict[str, Any] = {name: getattr(one, name) for name in ("id", "number", "name", "kind", "village", "place")}
    return ApplicationOut(
        **plain, applied_on=one.applied_on, state=one.standing.state, stage=one.standing.stage,
        reasons=list(one.standing.reasons), priorities=list(one.priorities), possible_duplicates=one.twins,
    )


def _card(card: ApplicationCard) -> ApplicationCardOut:
    who = card.identity
    return ApplicationCardOut(
        id=card.id, number=card.number, name=who.name, kind=who.kind, village=who.village, phone=who.phone,
        nik=who.nik, legal_number=who.legal_number, applied_on=card.applied_on, state=card.standing.state,
        stage=card.standing.stage, missing_documents=list(card.missing), readiness=card.screening.outcome,
        stages=[_stage(one) for one in card.stages], duplicates=[one.id for one in card.twins],
        engagement=card.engagement_id,
    )


def _stage(one: Any) -> StageOut:
    made = one.made
    if made is None:
        return StageOut(code=one.code, label=one.word, outcome="", decided_on=None, by="", reasons=[])
    return StageOut(
        code=one.code, label=one.word, outcome=made.outcome, decided_on=made.on, by=made.by, reasons=list(made.reasons)
    )
