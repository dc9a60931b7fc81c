"""The material library for other programs: found as on the page, read whole, added by an office (A3)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.materials import queries, services
from sidamping.features.materials.queries import LibraryFilter, MaterialLine
from sidamping.features.materials.queries.scope import KEEPERS, READERS
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["materi"])


class MaterialOut(Schema):
    """A piece in a list; `code` is what a visit names. `edition` counts those of an office; 0 is the starter set."""

    code: str
    title: str
    summary: str
    topic: str
    format: str
    level: str
    programmes: list[str]
    edition: int
    office: str


class MaterialsOut(Schema):
    """The starter set on the first page, and a page of what offices added; `next_key` goes into `after`."""

    starters: list[MaterialOut]
    rows: list[MaterialOut]
    next_key: str


class BlockOut(Schema):
    """A part of the text: heading, paragraph, bullets, steps, boxes, blank (to be filled in) or table."""

    kind: str
    text: str
    items: list[str]
    rows: list[list[str]]


class MaterialCardOut(Schema):
    """A piece with its text as written and in parts; `file` is the name of what goes with it, '' without."""

    material: MaterialOut
    body: str
    blocks: list[BlockOut]
    file: str
    retired: bool


class MaterialIn(Schema):
    """A new piece; `id` is made by whoever writes it. `area`: the office's area code."""

    id: UUID
    area: str
    title: str
    summary: str
    topic: str
    format: str
    level: str
    body: str
    programmes: list[str] = []


class Added(Schema):
    id: UUID


@router.get("/materials", response=MaterialsOut, summary=_("Pustaka materi pendampingan"))
def list_materials(
    request: HttpRequest, after: str = "", topic: str = "", format: str = "", level: str = "", programme: str = "",
    text: str = "",
) -> MaterialsOut:  # fmt: skip
    wanted = LibraryFilter(topic, format, level, programme, text)
    found = queries.library(_viewer(request, *READERS), wanted, after)
    starters, rows = ([_out(line) for line in lines] for lines in (found.starters, found.own.rows))
    return MaterialsOut(starters=starters, rows=rows, next_key=found.own.next_key)


@router.get("/materials/{code}", response=MaterialCardOut, summary=_("Satu materi dengan isinya"))
def one_material(request: HttpRequest, code: str) -> MaterialCardOut:
    card = queries.material_card(_viewer(request, *READERS), code)
    if card is None:
        raise Http404
    blocks = [BlockOut(kind=one.kind, text=one.text, items=list(one.items), rows=[list(row) for row in one.rows])
              for one in card.blocks]
    return MaterialCardOut(
        material=_out(card.line), body=card.body, blocks=blocks, file=card.file.name if card.file else "",
        retired=card.retired is not None,
    )


@router.post("/materials", response=Added, summary=_("Tambah materi kantor; dikirim dua kali tetap satu"))
def add_material(request: HttpRequest, material: MaterialIn) -> Added:
    viewer = _viewer(request, *KEEPERS)
    said: dict[str, Any] = material.dict(exclude={"id", "area", "programmes"})
    draft = services.MaterialDraft(**said, programmes=tuple(material.programmes))
    now = request.now  # type: ignore[attr-defined]  # the calendar sets it
    return Added(id=services.add_material(by=viewer, id=material.id, area=material.area, draft=draft, now=now))


def _viewer(request: HttpRequest, *wanted: str) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    if not viewer.has(*wanted):
        raise PermissionDenied("ACCESS_001")
    return viewer


def _out(line: MaterialLine) -> MaterialOut:
    plain = ("code", "title", "summary", "topic", "format", "level", "edition", "office")
    return MaterialOut(programmes=list(line.programmes), **{name: getattr(line, name) for name in plain})
