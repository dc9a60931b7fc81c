"""What the pages of needs share: finding the engagement, answering a form."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.http.answers import room_page

page = partial(room_page, "needs")
"""The answer to a form or an address."""


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The engagement, or 404 for a stranger."""
    card = engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card
