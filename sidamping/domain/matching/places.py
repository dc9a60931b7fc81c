"""How far two places lie apart: great-circle kilometres between points, else by the smallest area they share (C13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088
"""The mean radius of the earth (IUGG)."""
POINTS, AREAS = "points", "areas"


@dataclass(frozen=True)
class Place:
    """An official area code ('53.01.02.2001') and, where it is known, the point."""

    area: str
    latitude: float | None = None
    longitude: float | None = None

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True)
class Distance:
    """Whole kilometres, and whether they come from points or were taken from the areas."""

    km: int
    source: str


def distance(one: Place, other: Place, by_area: Sequence[int]) -> Distance:
    """Kilometres between two places; `by_area` gives those within a village, district, regency, province, beyond."""
    if one.has_point and other.has_point:
        return Distance(round(haversine(one, other)), POINTS)
    return Distance(by_area[4 - shared_levels(one.area, other.area)], AREAS)


def haversine(one: Place, other: Place) -> float:
    """Great-circle kilometres between two points."""
    assert one.latitude is not None and one.longitude is not None
    assert other.latitude is not None and other.longitude is not None
    first, second = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def shared_levels(one: str, other: str) -> int:
    """How many levels two area codes share from the province down: 0 to 4."""
    count = 0
    for left, right in zip(one.split("."), other.split("."), strict=False):
        if left != right or not left:
            break
        count += 1
    return min(count, 4)
