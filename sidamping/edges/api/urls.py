"""Addresses of the API. Its operations answer 401 themselves, so the sign-in page never meets a program."""

from __future__ import annotations

from typing import Any

from django.urls import path

from sidamping.edges.api.reference import reference
from sidamping.edges.api.root import api

OWN_SIGN_IN = {"openapi-json": ("*",), "api-root": ("public",)}


def _marked(addresses: Any) -> Any:
    """Ninja's addresses, each saying who may open it."""
    patterns, app, namespace = addresses
    for pattern in patterns:
        roles = OWN_SIGN_IN.get(pattern.name, ("api",))
        pattern.callback.allowed_roles = roles
        pattern.callback.login_required = roles == ("*",)
    return patterns, app, namespace


urlpatterns = [path("v1/docs", reference, name="api_reference"), path("v1/", _marked(api.urls))]
