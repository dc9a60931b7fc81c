"""Refuses addresses and forms with a NUL sign: no text of ours holds one, and the database would answer with a fault.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NUL = "\x00"


class NoNul:
    """Middleware: 400 instead of a fault for what somebody made up; no browser sends it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sent = (value for given in (request.GET, request.POST) for _name, values in given.lists() for value in values)
        if NUL in request.path or any(NUL in value for value in sent):
            raise BadRequest
        return self.get_response(request)
