"""A one-time password opens one page only: the one where its owner chooses a new one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

STILL_OPEN = ("account_change_password", "account_logout", "account_reauthenticate")


class RenewPassword:
    """Middleware: sends whoever signed in with a one-time password to change it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "password_once", False) and not _open(request.path):
            return HttpResponseRedirect(reverse(STILL_OPEN[0]))
        return self.get_response(request)


def _open(path: str) -> bool:
    always = ("/" + settings.STATIC_URL.lstrip("/"), "/bahasa/", "/sehat/")
    return path.startswith(always) or path in {reverse(name) for name in STILL_OPEN}
