"""One record of a register: what is known, what stands around it, what happened to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.parties import services
from sidamping.features.parties.views.facts import facts_of
from sidamping.features.parties.views.registers import READERS, REGISTERS
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

MOST_MOMENTS = 30
BY_AREA = (roles.ASSESSOR, roles.MENTOR)
ASSESSORS = {"cooperative": (*BY_AREA, roles.CHAIR), "business": BY_AREA, "person": BY_AREA}
"""Who is offered to assess a party; whether it is within reach, the assessment decides."""


@allow(*READERS)
@require_safe
def card(request: HttpRequest, kind: str, party: UUID) -> HttpResponse:
    """The record's card; 404 for whoever may not see it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    of = REGISTERS[kind]
    found = of.find(viewer, party)
    if found is None:
        raise Http404
    writable = services.may_write(viewer, found.village_code)
    context = {
        "register": of, "card": found, "writable": writable, "moments": moments(party),
        "groups": facts_of(found, writable), "change_url": f"{of.card}_change",
        "may_assess": viewer.has(*ASSESSORS[kind]),
    }
    return render(request, f"parties/{of.card}.html", {**context, **_board(kind, found, viewer)})


def moments(party: UUID) -> list[dict[str, Any]]:
    """The record's trail as the timeline shows it, the newest first."""
    language = reader_language()
    words = labels("activities", language)
    return [
        {"when": line.at, "who": line.actor, "title": words.get(line.action, line.action), "note": line.why}
        for line in journal.history([party], limit=MOST_MOMENTS)
    ]


def _board(kind: str, found: Any, viewer: Viewer) -> dict[str, Any]:
    """The terms of a cooperative's board in force, coming or past, each with its warning."""
    if kind != "cooperative":
        return {}
    terms = [
        {"officer": one, "soon": one.expires_soon(viewer.on), "past": one.expired(viewer.on)} for one in found.board
    ]
    return {"current": [one for one in terms if not one["past"]], "past": [one for one in terms if one["past"]]}
