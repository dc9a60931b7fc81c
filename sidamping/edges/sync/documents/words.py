"""Who the phone belongs to and the words of its forms in both languages, so that the app knows no list by heart."""

from __future__ import annotations

from typing import Any

from sidamping.edges.sync.documents.forms import asked_lists
from sidamping.features.fieldwork.queries.vocabulary import LISTS
from sidamping.features.materials.queries import offered
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import listing
from sidamping.rules.forms import Code

BOTH = ("id", "en")
SIGNERS = "signer-capacities"


def documents(viewer: Viewer) -> dict[str, Any]:
    """`me`: name, roles, the lists from which forms choose, the materials that a visit may hand over."""
    held = sorted({grant.role for grant in viewer.grants})
    lists = {name: _codes(name) for name in (*LISTS, *asked_lists(), SIGNERS)}
    materials = [{"code": one.code, "name": one.title} for one in offered(viewer)]
    me = {"id": str(viewer.user_id), "name": viewer.name, "roles": held, "lists": lists, "materials": materials}
    return {"me": me}


def _codes(name: str) -> list[dict[str, Any]]:
    """The codes of a list in order; a retired one names old records and is offered to nobody."""
    return [_code(one) for one in listing(name)]


def _code(one: Code) -> dict[str, Any]:
    hint = {lang: one.hint.text(lang) for lang in BOTH} if one.hint else None
    return {"code": one.code, "id": one.id, "en": one.en, "retired": one.retired, "hint": hint}
