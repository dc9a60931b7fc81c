"""Public pages: calls for mentors that are open, one with its application form, the receipt by a secret link (B3).

One network address sends and searches only so often.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import ApplyForm
from sidamping.features.recruitment.queries import CallCard
from sidamping.features.recruitment.views.answers import page
from sidamping.platform.access.guard import public
from sidamping.platform.http.answers import go
from sidamping.platform.http.limits import SEARCHES, SENDINGS, WINDOW_MINUTES, spent
from sidamping.platform.territory.queries import search

VILLAGE = 4


@public
@require_safe
def mentor_calls(request: HttpRequest) -> HttpResponse:
    """Calls for mentors that take applications today."""
    return page(request, "public_calls.html", {"calls": queries.open_calls_for_mentors(request.today)})


@public
@require_http_methods(["GET", "HEAD", "POST"])
def mentor_call(request: HttpRequest, call: UUID) -> HttpResponse:
    """What is sought and the application; sent, it answers with the secret link of the receipt."""
    card = queries.public_call(call)
    if card is None:
        raise Http404
    if request.method != "POST":
        return _call(request, card, _form(request, card))
    form = _form(request, card, request.POST, request.FILES)
    if spent(request, "mentor-application", SENDINGS):
        return _call(request, card, form, (problem("ADMISSIONS_017", minutes=WINDOW_MINUTES),), 429)
    if faults := form.trap_faults():
        return _call(request, card, form, faults)
    if not form.is_valid():
        return _call(request, card, form)
    try:
        secret = services.apply(
            by=request.viewer or None, id=form.cleaned_data["id"], call=call, draft=form.draft(), now=request.now,
            on=request.today,
        )
    except Refused as refused:
        return _call(request, card, form, [*refused.problems, *_again(request)])
    messages.success(request, _("Lamaran diterima. Simpan tautan halaman ini."))
    return go(reverse("mentor_receipt", args=[secret]))


@public
@never_cache
@require_safe
def mentor_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """Where an application stands, for whoever holds its link. Never indexed."""
    found = queries.receipt_of(token[:64], request.today)
    context = {"found": found, "link": request.build_absolute_uri()}
    answer = render(request, "recruitment/receipt.html", context, status=200 if found else 404)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@public
@require_safe
def mentor_places(request: HttpRequest) -> HttpResponse:
    """Villages for the picker of the application form, as JSON."""
    if spent(request, "mentor-places", SEARCHES):
        return JsonResponse({"results": []}, status=429)
    hits = search(request.GET.get("q", "").strip()[:80], VILLAGE)
    rows = [{"code": hit.code, "name": hit.name, "level": hit.level, "path": hit.above} for hit in hits]
    return JsonResponse({"results": rows})


def _call(
    request: HttpRequest, card: CallCard, form: ApplyForm, problems: Iterable[Problem] = (), status: int = 0
) -> HttpResponse:
    context = {"call": card, "form": form.shown(), "open": card.is_open(request.today),
               "own": queries.own_receipt(request.viewer, card.id)}
    answer = page(request, "public_call.html", context, problems)
    answer.status_code = status or answer.status_code
    return answer


def _again(request: HttpRequest) -> list[Problem]:
    """Which files have to be chosen again; a browser does not keep them."""
    names = ", ".join(file.name or "" for file in request.FILES.values())  # type: ignore[union-attr]  # single files
    return [problem("ADMISSIONS_023", names=names)] if names else []


def _form(request: HttpRequest, card: CallCard, *sent: Any) -> ApplyForm:
    """Who is signed in need not write the own name; recruiters mostly fill the form in for somebody else."""
    viewer = request.viewer
    known: dict[str, str] = {}
    if viewer:
        helps = viewer.has(*queries.RECRUITERS)
        known = {"whose": "other"} if helps else {"whose": "own", "name": viewer.name}
    return ApplyForm(*sent, call=card, signed_in=bool(viewer), initial=known)
