"""What the pages of recruitment share: the call or candidate found or 404, pages with problems, files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sidamping.domain.problems import Problem
from sidamping.features.recruitment import queries
from sidamping.features.recruitment.queries import CallCard, CandidateCard


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


def page(
    request: HttpRequest, template: str, context: dict[str, Any], problems: Iterable[Problem] = ()
) -> HttpResponse:
    """A page; with problems or faults of its form it keeps the input and answers 422."""
    wrong = tuple(problems)
    form = context.get("form")
    faulty = wrong or (form is not None and form.is_bound and form.errors)
    return render(request, f"recruitment/{template}", {**context, "problems": wrong}, status=422 if faulty else 200)


def file(content: bytes, media_type: str, name: str, *, private: bool = True) -> HttpResponse:
    """A file that the browser only shows, never runs."""
    quoted = re.sub(r"[^A-Za-z0-9.]", "-", name)[:100]
    headers = {
        "Content-Disposition": f'inline; filename="{quoted}"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store" if private else "public, max-age=300",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)
