"""Pages that belong to no feature: about, help, language, own account, health, and what is shown on a fault."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from sidamping import __version__
from sidamping.domain.problems import problem
from sidamping.domain.searching import read_words
from sidamping.edges.web import accounts, guide, searching
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow, public, signed_in
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.signs import UNSOUND


@public
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html")


@public
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    held = {grant.role for grant in viewer.grants} if viewer else set()
    return render(request, "web/help.html", {"guides": guide.for_roles(held)})


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie and go back to the page the person came from."""
    return set_language(request)


@signed_in
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    calendar = reverse("calendar") if viewer.has(roles.MENTOR) else ""
    away = viewer.has(*roles.AFIELD)
    context = {"appointments": accounts.appointments_of(viewer), "calendar_url": calendar, "device_passwords": away}
    return render(request, "web/account.html", context)


@allow(*searching.SEARCHERS)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Records found by words, the first of each kind; `?di=` turns the pages of one kind."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by ViewerOfRequest
    words = read_words(request.GET.get("q", ""))
    group = next((one for one in searching.groups_of(viewer) if one.code == request.GET.get("di")), None)
    context: dict[str, Any] = {"words": words, "group": group}
    if words.enough and group:
        context["page"] = searching.search_in(viewer, group, words, request.GET.get("after", ""))
    elif words.enough:
        found = searching.search(viewer, words)
        context |= {"found": found, "similar": () if found else searching.similar(viewer, words)}
    return render(request, "web/search.html", context)


@public
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Plain text for a watchman: 200 when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse(f"database tidak menjawab\nversi {__version__}\n", content_type="text/plain", status=503)
    return HttpResponse(f"baik\nversi {__version__}\n", content_type="text/plain")


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read: with its code where it has one, as JSON to programs."""
    told = [problem(UNSOUND, field=_("alamat atau formulir"))] if str(exception) == UNSOUND else []
    if told and request.path.startswith("/api/"):
        rows = [{"code": one.code, "where": one.where, "message": one.text(reader_language())} for one in told]
        return JsonResponse({"problems": rows}, status=400)
    return render(request, "400.html", {"problems": told}, status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"code": str(exception)}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)
