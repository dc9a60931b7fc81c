"""The trail of every write, for administrators: filtered, in pages (F2)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.programmes import queries
from sidamping.features.programmes.forms import ActivityFilterForm
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.queries import user_names


@allow(roles.ADMIN)
@require_safe
def activities(request: HttpRequest) -> HttpResponse:
    """Who did what, when and why, the newest first."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = ActivityFilterForm(request.GET)
    wanted = form.wanted()
    page = queries.activities(viewer, wanted, request.GET.get("after", ""))
    actor = user_names([wanted.actor]).get(wanted.actor, "") if wanted.actor else ""
    return render(request, "programmes/activities.html", {"page": page, "form": form, "actor": actor})
