"""Refuses addresses, forms and JSON with signs that no text of ours holds: NUL, half letters, bytes that are no UTF-8.

The database would answer with a fault, or the text would be kept broken; no browser and no sound program sends them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

UNSOUND = "GENERAL_006"
NUL, BROKEN = "\x00", "\ufffd"
SPELT = (b"%EF%BF%BD", BROKEN.encode())
FORM = "application/x-www-form-urlencoded"


class SoundText:
    """Middleware: 400 with its code instead of a fault for what somebody made up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path or any(_values(given, NUL) for given in (request.GET, request.POST)) or _broken(request):
            raise BadRequest(UNSOUND)
        return self.get_response(request)


def sound(text: str) -> bool:
    """Whether the text can be stored: no NUL, no half of a letter."""
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False


def unsound_places(value: Any, where: str = "") -> Iterator[str]:
    """Where in a JSON value a text cannot be stored: 'presences.0.attendees.1'; a bad key is told by its place."""
    if isinstance(value, str) and not sound(value):
        yield where
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from unsound_places(one, f"{where}.{number}".lstrip("."))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from unsound_places(one, f"{where}.{key}".lstrip(".")) if sound(key) else (where,)


def _values(given: Any, sign: str) -> bool:
    return any(sign in value for _name, values in given.lists() for value in values)


def _broken(request: HttpRequest) -> bool:
    """Bytes that are no UTF-8 became the sign for 'unreadable', which nobody had written."""
    if _values(request.GET, BROKEN) and not _spelt(request.META.get("QUERY_STRING", "").encode()):
        return True
    return request.content_type == FORM and _values(request.POST, BROKEN) and not _spelt(request.body)


def _spelt(raw: bytes) -> bool:
    return any(sign in raw.upper() or sign in raw for sign in SPELT)
