"""Foundings for other programs: those in sight, and one with its steps, its deadlines and what lacks (E19)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.founding import queries
from sidamping.features.founding.queries import READERS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.citing import told

router = Router(tags=["pendirian"])


class FoundingOut(Schema):
    """A founding in a list; `living_on` once the cooperative lives."""

    id: UUID
    name: str
    place: str
    founders: int
    ratified: bool
    living_on: date | None


class FoundingsOut(Schema):
    """`next_key` goes into `after` for the next page, '' on the last."""

    rows: list[FoundingOut]
    next_key: str


class StepOut(Schema):
    """A step of lists/founding-steps: done, late, due or open, with its day or until when."""

    step: str
    state: str
    done: date | None
    due: date | None


class GapOut(Schema):
    """What still lacks for the notary, and the room where it is written."""

    code: str
    where: str
    message: str


class FoundingDetailOut(Schema):
    """One founding; founders are counted, never named."""

    id: UUID
    cooperative_id: UUID
    name: str
    kind: str
    form: str
    level: str
    village: str
    founders: int
    living_on: date | None
    steps: list[StepOut]
    lacking: list[GapOut]


@router.get("/foundings", response=FoundingsOut, summary=_("Pendirian koperasi yang dapat saya lihat, terbaru dahulu"))
def foundings(request: HttpRequest, text: str = "", after: str = "") -> dict[str, Any]:
    page = queries.foundings_page(_reader(request), text[:80], after)
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/foundings/{uuid:id}", response=FoundingDetailOut, summary=_("Satu pendirian dan yang masih kurang"))
def founding(request: HttpRequest, id: UUID) -> dict[str, Any]:
    viewer = _reader(request)
    card = queries.founding(viewer, id)
    if card is None:
        raise Http404
    people, said = queries.founders(id), queries.steps(id)
    gaps = queries.lacking(card, people, said, queries.part_texts(id), queries.piece_kinds(id), viewer.on)
    language = reader_language()
    return {
        "id": card.id, "cooperative_id": card.party_id, "name": card.name, "kind": card.kind, "form": card.form,
        "level": card.level, "village": card.village_code, "founders": len(people), "living_on": card.living_on,
        "steps": queries.way(said, viewer.on),
        "lacking": [{"code": one.code, "where": one.where, "message": told(one, language)} for one in gaps],
    }  # fmt: skip


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
