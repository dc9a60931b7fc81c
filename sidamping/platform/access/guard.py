"""Which roles open a view. A view without a guard is refused by a test; sign-in is required unless `public`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def allow(*wanted: str) -> Callable[[View], View]:
    """Open the view to holders of any of the roles in force today; others get the kind 403 page (ACCESS_001)."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.viewer.has(*wanted):  # type: ignore[attr-defined]  # set by ViewerOfRequest
                raise PermissionDenied("ACCESS_001")
            return view(request, *args, **kwargs)

        guarded.allowed_roles = wanted  # type: ignore[attr-defined]  # read by the permission matrix test
        return guarded

    return guard


def signed_in(view: View) -> View:
    """Open the view to every signed-in person, whatever the role (own account, help)."""
    view.allowed_roles = ("*",)  # type: ignore[attr-defined]  # read by the permission matrix test
    return view


def public(view: View) -> View:
    """Open the view to everybody, signed in or not."""
    view.allowed_roles = ("public",)  # type: ignore[attr-defined]  # read by the permission matrix test
    return login_not_required(view)
