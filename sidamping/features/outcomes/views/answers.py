"""What the pages of outcomes share: the engagement or 404, who may, the answer to a form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from sidamping.domain.problems import Refused
from sidamping.features.outcomes.queries import may, step_of, stop_of
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.http.answers import go, room_page

page = partial(room_page, "outcomes")
"""The answer to a form or an address."""


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement, or 404 for a stranger."""
    card = engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card


def card_to_do(request: HttpRequest, engagement: UUID, code: str) -> EngagementCard:
    """The engagement for whoever does this step there; 404 where the programme has no such step."""
    card = found_card(request, engagement)
    if step_of(card, code) is None:
        raise Http404
    if not may(request.viewer, card, code):  # type: ignore[attr-defined]  # set by middleware
        raise PermissionDenied("ACCESS_001")
    return card


def is_shut(card: EngagementCard, code: str) -> bool:
    """Whether the step still waits for others, so that a reason is asked for."""
    stop = stop_of(card, code)
    return stop is not None and stop.done_on is None and bool(stop.waits_for)


def answered(
    request: HttpRequest, template: str, context: dict[str, Any], write: Callable[[], object], said: str, address: str
) -> HttpResponse:
    """Show the form; on a sound POST write, tell it and go on; on a refusal show every problem with the input kept."""
    form = context["form"]
    if not form.is_bound:
        return page(request, template, context)
    if not form.is_valid():
        return page(request, template, context, wrong=True)
    try:
        write()
    except Refused as refused:
        return page(request, template, context, refused.problems)
    messages.success(request, said)
    return go(address)
