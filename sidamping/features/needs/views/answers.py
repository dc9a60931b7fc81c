"""What the pages of needs share: finding the engagement, answering a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
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


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement, or 404 for a stranger."""
    card = engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card
