"""The place to which who oversees more than a regency narrows a page; over the nation one is asked for first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from sidamping.features.programmes.queries import oversees_more, places_of
from sidamping.platform.access import roles
from sidamping.platform.territory.picker import STEPWISE


@dataclass(frozen=True)
class Where:
    """The area told ('' = all in sight) and those to choose from; `asked` while the nation is too much to tell."""

    area: str
    places: list[tuple[str, str]]
    asked: bool
    help = STEPWISE


def told_place(request: HttpRequest) -> Where:
    """What `?wilayah=` tells; nothing to choose for whoever oversees regencies alone."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not oversees_more(viewer):
        return Where("", [], asked=False)
    wanted = request.GET.get("wilayah", "")
    places = places_of(viewer, wanted)
    area = wanted if wanted in dict(places) else ""
    return Where(area, places, asked=not area and "" in viewer.areas(*roles.OVERSEERS))
