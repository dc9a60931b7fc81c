"""Keeping a board under a name, and forgetting it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sidamping.domain.problems import Refused
from sidamping.features.indicators import services
from sidamping.features.indicators.queries.wanted import READERS
from sidamping.features.indicators.views.boards import TYPED
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go, tell_faults

KEPT = ("figures", "figures_compare", "figures_pivot", "figures_cross", "figures_seasons", "figures_baseline", "figure")
"""The boards that may be kept, by the names of their addresses."""


@allow(*READERS)
@require_POST
def view_save(request: HttpRequest) -> HttpResponse:
    """Remember the board it was sent from, as it is set; a name that is refused comes back to its field."""
    address = f"{_page(request.POST.get('page', ''))}?{request.POST.get('query', '')}"
    id, name = read_id(request.POST.get("id", "")) or uuid7(), request.POST.get("name", "")
    try:
        services.save_view(by=request.viewer, id=id, name=name, address=address)
    except Refused as refused:
        tell_faults(request, refused.problems)
        return go(f"{address}&{urlencode({TYPED: name})}")
    messages.success(request, _("Tampilan tersimpan di papan Anda."))
    return go(address)


@allow(*READERS)
@require_POST
def view_forget(request: HttpRequest, view: UUID) -> HttpResponse:
    """Forget a view of one's own."""
    services.forget_view(by=request.viewer, id=view)
    messages.success(request, _("Tampilan dihapus."))
    return go(reverse("figures"))


def _page(told: str) -> str:
    """The board of that path; the first of them for any other."""
    try:
        return told if resolve(told).url_name in KEPT else reverse("figures")
    except Resolver404:
        return reverse("figures")
