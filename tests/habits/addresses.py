"""Every address of the house, with the roles that its guard names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

SIGN_IN_LIBRARY = ("allauth.",)


@dataclass(frozen=True)
class Address:
    """One address: its route, its name, the roles of its guard; `foreign` when a library brought it."""

    route: str
    name: str
    roles: tuple[str, ...]
    foreign: bool
    arguments: tuple[str, ...]


@cache
def every_address() -> tuple[Address, ...]:
    """In the order of the routes."""
    return tuple(sorted(_walk(get_resolver().url_patterns), key=lambda one: one.route))


def _walk(patterns: list[Any], before: str = "", namespace: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield _address(pattern, route, namespace)


def _address(pattern: URLPattern, route: str, namespace: str) -> Address:
    view: Any = pattern.callback
    foreign = getattr(view, "__module__", "").startswith(SIGN_IN_LIBRARY)
    library = ("*",) if getattr(view, "login_required", True) else ("public",)
    roles = tuple(getattr(view, "allowed_roles", library if foreign else ()))
    return Address(route, namespace + (pattern.name or ""), roles, foreign, tuple(pattern.pattern.converters))
