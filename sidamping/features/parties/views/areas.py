"""Browsing the official areas and searching them by name, for people and for the picker."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.platform.access.guard import signed_in
from sidamping.platform.territory import queries

LEVELS = {1, 2, 3, 4}


@signed_in
@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """One level of the tree below ?di=CODE, or what ?q= finds."""
    code, text = request.GET.get("di", ""), request.GET.get("q", "").strip()
    trail = queries.trail(code)
    if code and not trail:
        raise Http404
    context = {
        "trail": trail, "code": code, "text": text, "hits": queries.search(text, None, [code]) if text else (),
        "branches": () if text else queries.branches(code), "totals": queries.totals() if not code and not text else {},
    }
    return render(request, "parties/areas.html", context)


@signed_in
@require_safe
def area_search(request: HttpRequest, level: int | None = None) -> HttpResponse:
    """Up to 20 areas for ?q=, within the codes of ?di= (parted by commas); JSON for the picker, else a fragment."""
    asked = level or _level(request.GET.get("tingkat", ""))
    within = request.GET.get("di", "").split(",")
    hits = queries.search(request.GET.get("q", "").strip(), asked, within)
    if request.GET.get("format") == "json" or "application/json" in request.headers.get("Accept", ""):
        rows = [{"code": hit.code, "name": hit.name, "level": hit.level, "path": hit.above} for hit in hits]
        return JsonResponse({"results": rows})
    return render(request, "parties/area_hits.html", {"hits": hits})


def _level(text: str) -> int | None:
    return int(text) if text.isdigit() and int(text) in LEVELS else None
