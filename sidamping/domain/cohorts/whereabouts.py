"""Whether a visit was made where the mentee is met, and at an hour at which one visits (B10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from statistics import median

from sidamping.domain.matching.places import Place, haversine

Point = tuple[float, float]


def near(point: Point | None, others: Iterable[Point], km: float) -> bool | None:
    """Whether a point lies within so many kilometres of the middle of the other visits' points; None when unknown."""
    known = list(others)
    if point is None or not known:
        return None
    middle = Place("", median(one[0] for one in known), median(one[1] for one in known))
    return haversine(Place("", *point), middle) <= km


def by_day(starts: time, ends: time, earliest: time, latest: time) -> bool:
    """Whether a visit lies within the hours at which people are met."""
    return earliest <= starts and ends <= latest
