"""The programmes in force and what each asks for, as its file says; for every signed-in person."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.programmes import queries
from sidamping.platform.access.guard import signed_in


@signed_in
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """Every programme in force today."""
    return render(request, "programmes/programmes.html", {"programmes": queries.programme_lines(_today(request))})


@signed_in
@require_safe
def programme(request: HttpRequest, programme: str) -> HttpResponse:
    """One programme: its steps with who, when and what proof, its gates, forms, rules and sources."""
    card = queries.programme_card(programme, _today(request))
    if card is None:
        raise Http404
    return render(request, "programmes/programme.html", {"card": card})


def _today(request: HttpRequest) -> date:
    on: date = request.today  # type: ignore[attr-defined]  # the calendar sets it
    return on
