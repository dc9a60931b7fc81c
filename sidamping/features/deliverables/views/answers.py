"""What the pages of sheets share: who may look, the sheet or 404, the answer to a form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sidamping.domain.problems import Problem
from sidamping.features.deliverables import queries
from sidamping.features.deliverables.queries import SheetCard
from sidamping.features.deliverables.views.drawing import drawn
from sidamping.platform.access import roles
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import room_page

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
"""Roles that read sheets; which of them, the queries decide."""

page = partial(room_page, "deliverables")
"""The answer to a form or an address."""


def found_sheet(request: HttpRequest, sheet: UUID) -> SheetCard:
    """The sheet; a stranger is told that there is none."""
    found = queries.sheet(request.viewer, sheet)
    if found is None:
        raise Http404
    return found


def show_sheet(request: HttpRequest, found: SheetCard, problems: Iterable[Problem] = ()) -> HttpResponse:
    """The sheet's page; with problems it answers 422."""
    wrong = tuple(problems)
    context = {"found": found, "drawn": drawn(found), "problems": wrong, "remark": request.POST.get("remark", "")}
    context["reviewers"] = queries.reviewers_of(found.card)
    return render(request, "deliverables/sheet.html", context, status=422 if wrong else 200)


def named(text: str) -> UUID:
    """The identifier in a form; one of its own where the form was tampered with, which then leads nowhere."""
    return read_id(text) or uuid7()
