"""The health form beside the book: what the ledger and the loans say of each amount, taken over with one press."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Refused
from sidamping.features.loans import queries, services
from sidamping.features.loans.views.answers import page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, tell_faults
from sidamping.platform.http.language import reader_language

SCORERS = (roles.CHAIR, roles.MENTOR, roles.ASSESSOR, *roles.OVERSEERS)
"""Roles that fill in health forms; whose, the own open forms decide."""


@allow(*SCORERS)
@require_http_methods(["GET", "HEAD", "POST"])
def health_from_book(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Every amount that the book knows beside the own answer; all of them are taken at once."""
    found = queries.health_figures(request.viewer, assessment)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            count = services.take_figures(by=request.viewer, assessment=assessment, now=request.now)
        except Refused as refused:
            tell_faults(request, refused.problems)
            return go(reverse("health_from_book", args=[assessment]))
        told = ngettext("%(count)s angka diambil dari buku.", "%(count)s angka diambil dari buku.", count)
        messages.success(request, told % {"count": count})
        return go(reverse("fill", args=[assessment]))
    language = reader_language()
    lines = [(one.words.en if language == "en" else one.words.id, one) for one in found.lines]
    context = {"form": found.form, "figures": found, "lines": lines}
    return page(request, "health.html", context)
