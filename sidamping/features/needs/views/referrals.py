"""Referrals: a new one for a mentee, the list of those that wait, closing one with its result."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.needs import queries, services
from sidamping.features.needs.forms import CloseForm, ReferralForm
from sidamping.features.needs.queries import KEEPERS, READERS
from sidamping.features.needs.views.answers import found_card, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """Open referrals by due day, or the closed ones with ?selesai=1."""
    return _show(request)


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def referral_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Refer a mentee to somebody else's help."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    if not queries.may_refer(viewer, card):
        raise PermissionDenied("ACCESS_001")
    form = ReferralForm(request.POST if request.method == "POST" else None, today=viewer.on)
    context = {"card": card, "form": form}
    if request.method != "POST":
        return page(request, "referral_add.html", context)
    if not form.is_valid():
        return page(request, "referral_add.html", context, wrong=True)
    try:
        services.refer(by=viewer, draft=form.draft(engagement))
    except Refused as refused:
        return page(request, "referral_add.html", context, refused.problems)
    messages.success(request, _("Rujukan dicatat. Hasilnya ditunggu sampai batas waktunya."))
    return go(f"{reverse('needs', args=[engagement])}#rujukan")


@allow(*KEEPERS)
@require_POST
def referral_close(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Close a referral with what came of it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if queries.referral(viewer, referral) is None:
        raise Http404
    form = CloseForm(request.POST, auto_id=f"tutup-{referral}_%s")
    if not form.is_valid():
        return _show(request, form, referral)
    try:
        services.close_referral(by=viewer, referral=referral, result=form.cleaned_data["result"], on=viewer.on)
    except Refused as refused:
        return _show(request, form, referral, refused.problems)
    messages.success(request, _("Rujukan ditutup dengan hasilnya."))
    return go(reverse("referrals"))


def _show(
    request: HttpRequest, sent: CloseForm | None = None, at: UUID | None = None, problems: Any = ()
) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    closed = request.GET.get("selesai") == "1"
    found = queries.referral_page(viewer, closed=closed, after=request.GET.get("after", ""))
    rows = [
        (line, sent if sent is not None and line.id == at else CloseForm(auto_id=f"tutup-{line.id}_%s"))
        for line in found.rows
    ]
    context = {
        "page": found, "rows": rows, "closed": closed, "writes": viewer.has(*KEEPERS), "form": sent, "faulty": at
    }
    return page(request, "referrals.html", context, problems, wrong=sent is not None)
