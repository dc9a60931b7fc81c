"""A cooperative's health on its own page: our latest results, and official results of others recorded apart (E16)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.forms.outside import OutsideForm
from sidamping.features.assessments.queries import AssessmentHead
from sidamping.features.assessments.views.answers import READERS
from sidamping.features.assessments.views.timeline import official
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, stored_file, there

COOPERATIVE = "cooperative"
OPENERS = roles.AFIELD


@allow(*READERS, roles.ADMIN)
@require_safe
def party_health(request: HttpRequest, party: UUID) -> HttpResponse:
    """The latest results of a cooperative, as a part of its page; whole when opened by itself."""
    name = parties.visible(request.viewer, COOPERATIVE).filter(pk=party).values_list("name", flat=True).first()
    if name is None:
        raise Http404
    past = queries.history_of_party(request.viewer, party)
    outside = queries.outside_of_party(request.viewer, party)
    context = {
        "party": {"id": party, "name": name}, "latest": _latest(past),
        "outside": official(outside, request.viewer.on), "may_open": request.viewer.has(*OPENERS),
        "may_record": request.viewer.has(*READERS),
    }  # fmt: skip
    part = request.headers.get("HX-Request") == "true"
    return render(request, "assessments/party_part.html" if part else "assessments/party_page.html", context)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def outside_add(request: HttpRequest, party: UUID) -> HttpResponse:
    """Record an official result with its paper; with ?ganti= a correction of one on record."""
    card = _found(request, party)
    choices = [(one.name, one.title) for one in queries.instruments_on(request.today) if one.subject == COOPERATIVE]
    if request.method != "POST":
        return _page(request, card, OutsideForm(choices, initial=_initial(request, party)))
    form = OutsideForm(choices, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, card, form)
    try:
        services.record_outside(by=request.viewer, draft=form.draft(party), file=form.paper(), on=request.today)
    except Refused as refused:
        return _page(request, card, form, refused.problems)
    messages.success(request, _("Hasil resmi dicatat."))
    return go(reverse("party_health", args=[party]))


@allow(*READERS)
@require_safe
def outside_file(request: HttpRequest, party: UUID, outside: UUID) -> HttpResponse:
    """The paper of an official result."""
    if not parties.visible(request.viewer, COOPERATIVE).filter(pk=party).exists():
        raise Http404
    found = there(queries.outside_file(request.viewer, outside))
    return stored_file(found, f"hasil-resmi-{str(outside)[-8:]}")


def _found(request: HttpRequest, party: UUID) -> Any:
    card = parties.cooperative(request.viewer, party)
    if card is None:
        raise Http404
    return card


def _initial(request: HttpRequest, party: UUID) -> dict[str, Any]:
    """What the form begins with: the record to be corrected, or nothing but the instrument asked for."""
    wanted = request.GET.get("ganti", "")
    if not wanted:
        return {"instrument": request.GET.get("instrumen", "")}
    known = queries.outside_of_party(request.viewer, party)
    line = next((one for one in known if str(one.id) == wanted), None)
    if line is None:
        raise Http404
    kept = ("instrument", "issuer", "number", "issued_on", "valid_until", "predicate", "total", "note")
    return {"ganti": line.id, **{name: getattr(line, name) for name in kept}}


def _latest(past: tuple[AssessmentHead, ...]) -> list[AssessmentHead]:
    """The newest of each instrument, the newest first; an assessor's result before a rehearsal of the same day."""
    newest: dict[str, AssessmentHead] = {}
    for one in sorted(past, key=lambda one: (one.as_of, not one.simulated)):
        newest[one.instrument] = one
    return sorted(newest.values(), key=lambda one: one.as_of, reverse=True)


def _page(request: HttpRequest, card: Any, form: OutsideForm, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    context = {"party": card, "form": form, "problems": problems, "corrects": bool(form["ganti"].value())}
    context["title"] = _("Perbaiki catatan hasil resmi") if context["corrects"] else _("Catat hasil resmi")
    return render(request, "assessments/outside_add.html", context, status=422 if problems or form.errors else 200)
