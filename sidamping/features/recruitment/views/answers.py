"""What the pages of recruitment share: the call or candidate found or 404, pages with problems, files."""

from __future__ import annotations

import re
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from sidamping.features.recruitment import queries
from sidamping.features.recruitment.queries import CallCard, CandidateCard
from sidamping.platform.http.answers import room_page

page = partial(room_page, "recruitment")
"""The answer to a form or an address."""


def found_call(request: HttpRequest, call: UUID) -> CallCard:
    """The call; a stranger is told that there is none."""
    card = queries.call_card(request.viewer, call)
    if card is None:
        raise Http404
    return card


def found_candidate(request: HttpRequest, candidacy: UUID) -> CandidateCard:
    card = queries.candidate_card(request.viewer, candidacy)
    if card is None:
        raise Http404
    return card


def file(content: bytes, media_type: str, name: str, *, private: bool = True) -> HttpResponse:
    """A file that the browser only shows, never runs."""
    quoted = re.sub(r"[^A-Za-z0-9.]", "-", name)[:100]
    headers = {
        "Content-Disposition": f'inline; filename="{quoted}"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store" if private else "public, max-age=300",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)
