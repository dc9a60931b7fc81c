"""Answers of the pickers of recorded parties."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from sidamping.features.parties import queries
from sidamping.features.parties.views.registers import READERS, REGISTERS
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def party_search(request: HttpRequest, kind: str) -> JsonResponse:
    """Up to 20 parties of the kind whose name holds ?q=, among those the viewer sees."""
    if kind not in REGISTERS:
        raise Http404
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    hits = queries.found_by_name(viewer, kind, request.GET.get("q", "").partition(",")[0])
    return JsonResponse({"results": [{"code": str(hit.id), "name": hit.name, "path": hit.place} for hit in hits]})
