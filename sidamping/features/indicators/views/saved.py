"""Keeping a board under a name, and forgetting it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sidamping.domain.periods import Month
from sidamping.features.indicators import services
from sidamping.features.indicators.forms import ViewForm
from sidamping.features.indicators.queries.wanted import READERS
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import form_page, go

KEPT = ("figures", "figures_compare", "figures_pivot", "figures_cross", "figures_seasons", "figures_baseline", "figure")
"""The boards that may be kept, by the names of their addresses."""


@allow(*READERS)
@require_POST
def view_save(request: HttpRequest) -> HttpResponse:
    """Remember the board it was sent from, as it is set; a name that is refused comes back in its field."""
    form = ViewForm(request.POST)
    board, query = _page(request.POST.get("page", "")), request.POST.get("query", "")
    back, kept = f"{board}?{query}", f"{board}?{_lasting(query, Month.of(request.viewer.on))}"

    def save() -> None:
        told = form.cleaned_data
        services.save_view(by=request.viewer, id=told["id"] or uuid7(), name=told["name"], address=kept)

    said = _("Tampilan tersimpan di papan Anda.")
    return form_page("indicators", request, "view_save.html", {"form": form, "back": back}, save, said, back)


@allow(*READERS)
@require_POST
def view_forget(request: HttpRequest, view: UUID) -> HttpResponse:
    """Forget a view of one's own; one that is gone already, or another's, says nothing."""
    if services.forget_view(by=request.viewer, id=view):
        messages.success(request, _("Tampilan dihapus."))
    return go(reverse("figures"))


def _lasting(query: str, running: Month) -> str:
    """The setting without the month that runs: opened later, the board shows the one that runs then."""
    return "&".join(part for part in query.split("&") if part != f"bulan={running}")


def _page(told: str) -> str:
    """The board of that path; the first of them for any other."""
    try:
        return told if resolve(told).url_name in KEPT else reverse("figures")
    except Resolver404:
        return reverse("figures")
