"""Marks every answer of sync as the server's own, so that a phone never takes a captive portal for it (F1)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from sidamping.domain.problems import problem
from sidamping.edges.api.faults import told

PREFIX, MARK, PROTOCOL = "/sync/v1/", "X-SiDamping-Sync", "1"


class OwnAnswer:
    """Middleware: the mark on each answer, also on a fault; a redirect to a page for people becomes 'sign in again'."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if not request.path.startswith(PREFIX):
            return answer
        if 300 <= answer.status_code < 400:
            answer = JsonResponse({"problems": told([problem("API_001")])}, status=403)
        answer.headers[MARK] = PROTOCOL
        answer.headers["Cache-Control"] = "no-store"
        return answer
