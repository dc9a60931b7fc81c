"""Hands a sheet in, and reviews it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sidamping.domain.problems import Refused
from sidamping.features.deliverables import services
from sidamping.features.deliverables.views.answers import found_sheet, named, show_sheet
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(roles.MENTOR)
@require_POST
def sheet_hand_in(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Freeze the draft as a version for review."""
    found = found_sheet(request, sheet)
    try:
        services.hand_in(by=request.viewer, sheet=sheet, now=request.now)
    except Refused as refused:
        return show_sheet(request, found, refused.problems)
    messages.success(request, _("Lembar diserahkan dan menunggu ditinjau."))
    return go(reverse("sheet", args=[sheet]))


@allow(*roles.OVERSEERS)
@require_POST
def sheet_review(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Accept the newest version, or return it with what to mend."""
    found = found_sheet(request, sheet)
    try:
        services.review(
            by=request.viewer, sheet=sheet, version=named(request.POST.get("version", "")),
            verdict=request.POST.get("verdict", ""), remark=request.POST.get("remark", ""), now=request.now,
        )
    except Refused as refused:
        return show_sheet(request, found, refused.problems)
    messages.success(request, _("Tinjauan tersimpan."))
    return go(reverse("sheet", args=[sheet]))
