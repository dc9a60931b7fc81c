"""What every page frame needs: the viewer, the day, the navigation of the roles held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from sidamping import __version__
from sidamping.edges.web import navigation, searching


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
    here = _nearest(rail, request.path)
    bar = navigation.bar(rail)
    return {
        "viewer": viewer,
        "searches": bool(viewer and viewer.has(*searching.SEARCHERS)),
        "today": getattr(request, "today", None),
        "fixed_today": settings.FIXED_TODAY,
        "version": __version__,
        "rail": _entries(rail, here),
        "bar": _entries(bar, here if here in bar or here is None else navigation.MORE),
    }


def _nearest(places: tuple[navigation.Place, ...], path: str) -> navigation.Place | None:
    """The place the page lies under: the one with the longest address that begins the path."""
    above = [place for place in (*places, navigation.MORE) if path.startswith(reverse(place.url_name))]
    return max(above, key=lambda place: len(reverse(place.url_name)), default=None)


def _entries(places: tuple[navigation.Place, ...], here: navigation.Place | None) -> tuple[Entry, ...]:
    return tuple(Entry(reverse(place.url_name), place.word, place.icon, place.main, place is here) for place in places)
