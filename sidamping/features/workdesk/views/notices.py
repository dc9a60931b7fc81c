"""Papers that run out, estafet and conflicts that wait: a fragment of the homes, a page without scripts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.workdesk.queries.notices import notices as notices_of
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(roles.MENTOR, roles.CHAIR, roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN)
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The lines, or nothing at all inside a home when nothing waits."""
    name = "workdesk/notices.html" if request.htmx else "workdesk/notices_page.html"  # type: ignore[attr-defined]  # set by middleware
    return render(request, name, {"found": notices_of(request.viewer)})
