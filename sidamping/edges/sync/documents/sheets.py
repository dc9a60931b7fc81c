"""The worksheets of the mentees as forms: each kind's own cells, and what stands in them (A4, A8, B7)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sidamping.domain.deliverables.content import as_typed
from sidamping.domain.deliverables.kinds import (
    CHECK,
    CHOICE,
    DAY,
    HIGHEST,
    LINES,
    LOWEST,
    NUMBER,
    PHOTO,
    PROOF,
    RUPIAH,
    SCALE,
    TABLE,
    TEXT,
    WORDS,
    Cell,
    Column,
    Kind,
    Words,
)
from sidamping.edges.sync.documents.forms import form_of
from sidamping.features.deliverables.queries.carried import Begin, Carried, CarriedSheet, carried_sheets
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer

CELLS = {TEXT: "long", LINES: "long", TABLE: "table", CHECK: "yes", PROOF: "photos"}
COLUMNS = {WORDS: "text", RUPIAH: "money", NUMBER: "number", SCALE: "number", CHOICE: "choice", DAY: "date"}
"""What a phone draws for each; a photo in a row stays as it is."""


def documents(viewer: Viewer, cards: Sequence[EngagementCard]) -> dict[str, Any]:
    """`sheets:` of each mentee, and a `form:` for each kind and version in use."""
    carried = carried_sheets(cards, viewer.on)
    made = [one.kind for found in carried.values() for one in found.sheets]
    begun = [one.kind for found in carried.values() for one in found.kinds]
    kinds = {_key(kind): kind for kind in (*made, *begun)}
    forms = {key: sheet_form(kind) for key, kind in sorted(kinds.items())}
    return {**{f"sheets:{id}": _carried(found) for id, found in carried.items()}, **forms}


@lru_cache(maxsize=128)
def sheet_form(kind: Kind) -> dict[str, Any]:
    """A kind as a form; nothing is required while it is written, `must` says what handing in asks for."""
    made = form_of("deliverables.sheet", _words(kind.title), list(map(_field, kind.cells)))
    made["sections"][0]["help"] = _words(kind.purpose)
    return {**made, "sheet": kind.name}


def _field(cell: Cell) -> dict[str, Any]:
    made: dict[str, Any] = {
        "key": cell.key, "type": CELLS[cell.kind], "label": _words(cell.label), "help": _words(cell.hint),
        "required": False, "must": cell.required,
    }
    if cell.kind != TABLE:
        return made
    return {**made, "columns": [_column(one) for one in cell.columns if one.kind != PHOTO]}


def _column(one: Column) -> dict[str, Any]:
    made = {"key": one.key, "type": COLUMNS[one.kind], "label": _words(one.label), "required": one.required}
    if one.kind == SCALE:
        return {**made, "min": LOWEST, "max": HIGHEST}
    if one.options:
        return {**made, "choices": [{"code": code, **_words(words)} for code, words in one.options]}
    return made


def _carried(found: Carried) -> dict[str, Any]:
    return {"sheets": [_sheet(one) for one in found.sheets], "kinds": [_begin(one) for one in found.kinds]}


def _sheet(one: CarriedSheet) -> dict[str, Any]:
    return {
        "id": str(one.id), "form": _key(one.kind), "kind": one.kind.name, "name": one.name,
        "title": _words(one.kind.title), "state": one.state, "remark": one.remark, "seen": one.written,
        "values": as_typed(one.kind, one.content),
    }


def _begin(one: Begin) -> dict[str, Any]:
    return {
        "form": _key(one.kind), "kind": one.kind.name, "title": _words(one.kind.title), "asked": one.asked,
        "months": list(one.months),
    }


def _key(kind: Kind) -> str:
    """'form:growth-strategy@2026-01-01'."""
    return f"form:{kind.name}@{kind.starts}"


def _words(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}
