"""Which materials a mentee received, and whom a material reached: a part of its page, and a page of its own (A3)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.fieldwork import queries
from sidamping.features.fieldwork.views.answers import READERS, page
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def engagement_materials(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """What the mentee received: which, when, from whom, in which visit."""
    found = queries.received(request.viewer, engagement)
    if found is None:
        raise Http404
    card, lines = found
    own = card.mentor_id == request.viewer.user_id
    return page(request, "materials_received.html", {"card": card, "lines": lines, "own": own})


@allow(*READERS)
@require_safe
def material_deliveries(request: HttpRequest, material: str) -> HttpResponse:
    """How many mentees a material reached, and which, as far as the reader may know."""
    found = queries.reach(request.viewer, material, request.GET.get("after", ""))
    if found is None:
        raise Http404
    part = bool(request.headers.get("HX-Request"))
    context = {"found": found, "page": found.page, "code": material}
    return page(request, "part_deliveries.html" if part else "deliveries.html", context)
