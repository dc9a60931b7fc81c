"""The field side of an engagement: a part of its page, and a page of its own where there is no htmx."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from sidamping.features.fieldwork import queries
from sidamping.features.fieldwork.views.answers import READERS, page
from sidamping.features.fieldwork.views.plans import state_on
from sidamping.platform.access.guard import allow


@allow(*READERS)
def engagement_fieldwork(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Last visits, problems, promises, this month's plan, the observation, and what to do next."""
    found = queries.engagement_overview(request.viewer, engagement)
    if found is None:
        raise Http404
    context = {
        "found": found,
        "card": found.card,
        "open_problems": [one for one in found.problems if one.state != "solved"],
        "solved": sum(1 for one in found.problems if one.state == "solved"),
        "plan": [(one, state_on(one, request.today)) for one in found.plan],
    }
    part = bool(request.headers.get("HX-Request"))
    return page(request, "part_fieldwork.html" if part else "engagement_fieldwork.html", context)
