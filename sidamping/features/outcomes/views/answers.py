"""What the pages of outcomes share: the engagement or 404, who may, a page, a form that is written."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from sidamping.features.outcomes.queries import may, step_of, stop_of
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.http.answers import form_page, room_page, there

page = partial(room_page, "outcomes")
answered = partial(form_page, "outcomes")


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement, or 404 for a stranger."""
    return there(engagement_card(request.viewer, engagement))  # type: ignore[attr-defined]  # set by middleware


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
