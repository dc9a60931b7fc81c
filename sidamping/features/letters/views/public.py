"""The public check of a printed letter by its QR code: kind, number, day, valid or void, hash; nothing else (F9)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.letters import queries
from sidamping.platform.access.guard import public


@public
@require_safe
def letter_check(request: HttpRequest, token: str) -> HttpResponse:
    """What anybody may learn from the code; an unknown code says so with 404. Never indexed."""
    found = queries.public_check(token[:64])
    answer = render(request, "letters/check.html", {"check": found}, status=200 if found else 404)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
