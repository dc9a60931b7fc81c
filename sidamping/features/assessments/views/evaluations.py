"""The chair's way to the evaluation of the own mentor."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from sidamping.domain.problems import Refused
from sidamping.features.assessments import services
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7


@allow(roles.CHAIR)
@require_POST
def mentor_evaluation(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Open the evaluation and go to its questions; back to the mentoring with the reason where that cannot be."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if engagement_card(viewer, engagement) is None:
        raise Http404
    try:
        id = services.evaluate_mentor(by=viewer, engagement_id=engagement, id=uuid7(), on=viewer.on)
    except Refused as refused:
        for fault in refused.problems:
            messages.error(request, f"{fault.text(get_language() or 'id')} ({fault.code})")
        return redirect("engagement", engagement)
    return redirect("fill", id)
