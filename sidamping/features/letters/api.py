"""Letters for programs: the same scope and the same acts as the pages, as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.letters import queries, services
from sidamping.features.letters.queries import LetterFilter

router = Router(tags=["surat"])


class LetterOut(Schema):
    """One letter in a list; `awaited` are roles that have not acknowledged it yet."""

    id: UUID
    programme: str
    kind: str
    title: str
    number: str
    on: date
    recipient: str
    subject: str
    state: str
    awaited: list[str]
    cohort_id: UUID | None
    path_id: UUID | None
    engagement_id: UUID | None
    status: str


class LettersOut(Schema):
    """A page of letters; `next_key` goes into `after` for the next one, '' on the last page."""

    rows: list[LetterOut]
    next_key: str


class AckOut(Schema):
    """An office's word that it holds the letter."""

    role: str
    by: str
    at: datetime
    remark: str


class CardOut(Schema):
    """A letter with its frozen content, hash, acknowledgements and, where it is void, the reason."""

    letter: LetterOut
    content: dict[str, Any]
    sha256: str
    acknowledgements: list[AckOut]
    void_why: str
    void_at: datetime | None
    may: list[str]


class AckIn(Schema):
    """An acknowledgement, with a remark if there is one."""

    remark: str = ""


class VoidIn(Schema):
    """Why the letter becomes void."""

    why: str


@router.get("/letters", response=LettersOut, summary=_("Surat yang boleh saya baca"))
def letters(
    request: HttpRequest, programme: str = "", kind: str = "", state: str = "", year: int | None = None,
    cohort: UUID | None = None, after: str = "",
) -> dict[str, Any]:  # fmt: skip
    wanted = LetterFilter(programme, kind, state, year, "", cohort)
    page = queries.letters_page(request.viewer, wanted, after)  # type: ignore[attr-defined]  # set by middleware
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/letters/{uuid:id}", response=CardOut, summary=_("Isi satu surat"))
def letter(request: HttpRequest, id: UUID) -> dict[str, Any]:
    return _card(request, id)


@router.post("/letters/{uuid:id}/acknowledge", response=CardOut, summary=_("Nyatakan surat diterima kantor"))
def acknowledge(request: HttpRequest, id: UUID, said: AckIn) -> dict[str, Any]:
    _card(request, id)
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    services.acknowledge(by=viewer, letter=id, now=now, remark=said.remark)
    return _card(request, id)


@router.post("/letters/{uuid:id}/void", response=CardOut, summary=_("Batalkan surat dengan alasan"))
def void(request: HttpRequest, id: UUID, said: VoidIn) -> dict[str, Any]:
    _card(request, id)
    viewer, now = request.viewer, request.now  # type: ignore[attr-defined]  # set by middleware
    services.declare_void(by=viewer, letter=id, why=said.why, now=now)
    return _card(request, id)


def _card(request: HttpRequest, id: UUID) -> dict[str, Any]:
    found = queries.letter_card(request.viewer, id)  # type: ignore[attr-defined]  # set by middleware
    if found is None:
        raise Http404
    return {
        "letter": found.line, "content": dict(found.content), "sha256": found.sha256,
        "acknowledgements": found.acknowledgements, "void_why": found.void_why, "void_at": found.void_at,
        "may": sorted(found.may),
    }  # fmt: skip
