"""What every page frame needs: the viewer, the day, the navigation of the roles held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from sidamping import __version__
from sidamping.edges.web import navigation


@dataclass(frozen=True)
class Entry:
    """A place of the navigation with its address; `here` when the page shown lies under it."""

    url: str
    word: str | Promise
    icon: str
    main: bool
    here: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    viewer = getattr(request, "viewer", None)
    rail = navigation.places({grant.role for grant in viewer.grants}) if viewer else ()
    return {
        "viewer": viewer,
        "today": getattr(request, "today", None),
        "fixed_today": settings.FIXED_TODAY,
        "version": __version__,
        "rail": _entries(rail, request.path),
        "bar": _entries(navigation.bar(rail), request.path),
    }


def _entries(places: tuple[navigation.Place, ...], path: str) -> tuple[Entry, ...]:
    reached = [(place, reverse(place.url_name)) for place in places]
    nearest = max((url for _, url in reached if path.startswith(url)), key=len, default="")
    return tuple(Entry(url, place.word, place.icon, place.main, url == nearest) for place, url in reached)
