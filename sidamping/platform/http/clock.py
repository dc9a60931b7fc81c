"""The calendar at the edge of the house: `request.today` and `request.now`. Inside, dates are arguments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone


def today() -> date:
    """The local date of the office; SIDAMPING_TODAY fixes it for training and demonstrations."""
    return settings.FIXED_TODAY or timezone.localdate()


def now() -> datetime:
    """The moment of recording, aware; with SIDAMPING_TODAY the real time of day on the fixed date."""
    moment = timezone.localtime()
    if settings.FIXED_TODAY:
        return moment.replace(**{part: getattr(settings.FIXED_TODAY, part) for part in ("year", "month", "day")})
    return moment


class Calendar:
    """Middleware: sets `request.today` and `request.now`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.today, request.now = today(), now()  # type: ignore[attr-defined]  # read by views
        return self.get_response(request)
