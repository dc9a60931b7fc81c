"""Whether a visit was made where the mentee is met, and at an hour at which one visits (B10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from sidamping.domain.matching.places import Place, haversine

Point = tuple[float, float]


def near(point: Point | None, others: Iterable[Point], km: float) -> bool | None:
    """Whether at least half of the other visits lie within so many kilometres of a point; None when unknown."""
    known = list(others)
    if point is None or not known:
        return None
    here = Place("", *point)
    close = sum(haversine(here, Place("", *one)) <= km for one in known)
    return 2 * close >= len(known)


def by_day(starts: time, ends: time, earliest: time, latest: time) -> bool:
    """Whether a visit lies within the hours at which people are met."""
    return earliest <= starts and ends <= latest
