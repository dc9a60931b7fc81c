"""Whom a mentee works with, by function: a part of the mentee's page, whole when opened by itself (A9)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.deliverables import queries
from sidamping.features.deliverables.views.answers import READERS, page
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def engagement_network(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The contacts of the accepted list, counted by function."""
    card = engagement_card(request.viewer, engagement)
    if card is None:
        raise Http404
    found = queries.networks(request.viewer, [engagement])
    context = {"card": card, "network": next(iter(found.mentees), None)}
    part = request.headers.get("HX-Request") == "true"
    return page(request, "network_part.html" if part else "network_page.html", context)
