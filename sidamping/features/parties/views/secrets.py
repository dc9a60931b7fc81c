"""Opening one masked number: the reason first, then the value once, never kept by the browser."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused
from sidamping.features.parties import queries, services
from sidamping.features.parties.forms import RevealForm
from sidamping.platform.access.guard import allow

WORDS = {"nik": _("NIK"), "phone": _("Telepon"), "account_number": _("Nomor rekening")}


@allow(*services.WRITERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reveal(request: HttpRequest, party: UUID, field: str) -> HttpResponse:
    """Asks why; with a reason shows the value on this answer only."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    owner = queries.visible(viewer).filter(pk=party).first()
    if owner is None or field not in WORDS or not services.may_write(viewer, owner.village_id):
        raise Http404
    why, value = request.POST.get("why", ""), ""
    form = RevealForm(initial={"why": why})
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            value = services.reveal(by=viewer, party_id=party, field=field, why=why[:300])
        except Refused as refused:
            problems = refused.problems
    context = {
        "form": form, "value": value, "problems": problems, "word": WORDS[field], "name": owner.name,
        "back_url": reverse(str(owner.kind), args=[party]),
    }
    refused_now = request.method == "POST" and not value
    return render(request, "parties/reveal.html", context, status=422 if refused_now else 200)
