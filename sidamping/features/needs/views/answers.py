"""What the pages of needs share: finding the engagement, answering a form, going on after a write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sidamping.domain.problems import Problem
from sidamping.features.programmes.queries import EngagementCard, engagement_card


def page(
    request: HttpRequest, template: str, context: dict[str, Any], problems: Iterable[Problem] = (), *,
    faulty: bool = False,
) -> HttpResponse:
    """The page; with problems it keeps the input and answers 422."""
    found = tuple(problems)
    context["problems"] = found
    return render(request, f"needs/{template}", context, status=422 if found or faulty else 200)


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement, or 404 for a stranger."""
    card = engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card
