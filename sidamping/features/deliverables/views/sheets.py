"""The sheets of an engagement, one sheet as it prints, and the page to write it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.deliverables import queries, services
from sidamping.features.deliverables.forms import cells_of, file_inputs, photo_inputs, typed_of
from sidamping.features.deliverables.queries import SheetCard
from sidamping.features.deliverables.views.answers import READERS, found_sheet, named, page, show_sheet
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_safe
def sheets(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """What stands and what may be begun."""
    return _list(request, engagement)


@allow(*READERS)
@require_safe
def deliverables(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """What the programme asks of this mentoring and how far each work is."""
    asked = queries.asked_page(request.viewer, engagement)
    if asked is None:
        raise Http404
    writes = asked.card.mentor_id == request.viewer.user_id
    ids = {line.code: uuid7() for line in asked.lines}
    groups = [
        (_("Output umum"), [(line, ids[line.code]) for line in asked.general]),
        (_("Output khusus menurut tema"), [(line, ids[line.code]) for line in asked.special]),
    ]
    return page(request, "asked.html", {"asked": asked, "card": asked.card, "groups": groups, "writes": writes})


@allow(*roles.OVERSEERS)
@require_safe
def sheets_waiting(request: HttpRequest) -> HttpResponse:
    """Sheets of the territory that wait for a review, oldest first."""
    return page(request, "waiting.html", {"lines": queries.waiting_sheets(request.viewer)})


@allow(roles.MENTOR)
@require_POST
def sheet_begin(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Begin a sheet, or open the one of that kind and name."""
    try:
        id = services.begin_sheet(
            by=request.viewer, id=named(request.POST.get("id", "")), engagement_id=engagement,
            kind=request.POST.get("kind", ""), name=request.POST.get("name", ""), on=request.today,
        )
    except Refused as refused:
        if engagement_card(request.viewer, engagement) is None:
            raise Http404 from None
        return _list(request, engagement, refused.problems)
    return go(reverse("sheet_edit", args=[id]))


@allow(*READERS)
@require_safe
def sheet(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """The sheet as it prints, with its state beside it."""
    return show_sheet(request, found_sheet(request, sheet))


@allow(roles.MENTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def sheet_edit(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Write the sheet; half of it may be saved."""
    found = found_sheet(request, sheet)
    if "write" not in found.may:
        return show_sheet(request, found)
    if request.method != "POST":
        return _edit(request, found, found.draft, found.revised)
    seen = request.POST.get("seen", "")
    typed, wrong = _typed(request, found)
    if not wrong:
        try:
            services.save_sheet(
                by=request.viewer, sheet=sheet, typed=typed, seen=int(seen) if seen.isdigit() else -1, now=request.now
            )
            messages.success(request, _("Lembar tersimpan."))
            return go(reverse("sheet_edit" if "more" in request.POST else "sheet", args=[sheet]))
        except Refused as refused:
            wrong = list(refused.problems)
    return _edit(request, found, typed, seen, wrong)


def _list(request: HttpRequest, engagement: UUID, problems: Any = ()) -> HttpResponse:
    card = engagement_card(request.viewer, engagement)
    lines = queries.sheets_of(request.viewer, engagement, card) if card else None
    if card is None or lines is None:
        raise Http404
    writes = card.mentor_id == request.viewer.user_id
    kinds = queries.kinds_for(card, request.today) if writes else ()
    context = {"card": card, "lines": lines, "kinds": [(one, uuid7()) for one in kinds], "writes": writes,
               "asks": any(one.asked for one in kinds)}
    return page(request, "sheets.html", context, problems)


def _edit(request: HttpRequest, found: SheetCard, typed: Any, seen: Any, problems: Any = ()) -> HttpResponse:
    context = {"found": found, "cells": cells_of(found.kind, typed, problems), "seen": seen}
    return page(request, "sheet_edit.html", context, problems)


def _typed(request: HttpRequest, found: SheetCard) -> tuple[dict[str, Any], list[Any]]:
    """What was written, with the photos that came along kept and named in their rows."""
    sent = request.POST.copy()
    wrong: list[Any] = []
    for name, target in photo_inputs(found.kind).items():
        file = request.FILES.get(name)
        if file is None:
            continue
        try:
            kept = services.add_photo(
                by=request.viewer, sheet=found.id, name=file.name or "", content=file.read(LARGEST_FILE + 1),
                where=target.replace("-", "."), size=file.size,
            )
            sent[target] = str(kept)
        except Refused as refused:
            wrong += refused.problems
    for name, target in file_inputs(found.kind).items():
        file = request.FILES.get(name)
        if file is None:
            continue
        try:
            content = file.read(LARGEST_FILE + 1)
            sent[target] = str(services.add_file(
                by=request.viewer, sheet=found.id, name=file.name or "", content=content, where=target,
            ))  # fmt: skip
            sent[f"{target}-name"] = file.name or ""
        except Refused as refused:
            wrong += refused.problems
    return typed_of(found.kind, sent), wrong
