"""Outlines of areas for the screen: fewer points than the survey's, as whole hundredths of a degree, north at the top.

A picture, never a border in law; neighbours are thinned each by itself and may leave a hair of sea between them (F6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Place = tuple[int, int]
WEST, EAST, SOUTH, NORTH = 94.0, 142.0, -12.0, 8.0
"""Indonesia with some sea around it, in degrees."""
UNITS = 100
"""To a degree."""
CORNERS = 4
"""Points of the least ring, the first one again at the end."""


@dataclass(frozen=True)
class Outline:
    """An area as a path of SVG, and the box it fills."""

    path: str
    left: int
    top: int
    right: int
    bottom: int


def outline(rings: Iterable[Sequence[Point]], tolerance: float) -> Outline:
    """Every ring thinned to the tolerance (degrees); islands smaller than that go, the largest of an area stays."""
    thinned = [_placed(thin(ring, tolerance)) for ring in rings]
    least = (tolerance * UNITS) ** 2
    kept = [ring for ring in thinned if _size(ring) > least] or [max(thinned, key=_size)]
    xs, ys = zip(*(place for ring in kept for place in ring), strict=True)
    return Outline("".join(map(_path, kept)), min(xs), min(ys), max(xs), max(ys))


def thin(ring: Sequence[Point], tolerance: float) -> list[Point]:
    """The points that stand further than the tolerance from the line between their kept neighbours (Douglas-Peucker).

    A ring begins where it ends, so it is first cut in two at the point farthest from its beginning.
    """
    far = max(range(len(ring)), key=lambda at: _square(ring[at], ring[0]))
    kept, open_runs = {0, far, len(ring) - 1}, [(0, far), (far, len(ring) - 1)]
    while open_runs:
        first, last = open_runs.pop()
        away, at = max(((_away(ring[at], ring[first], ring[last]), at) for at in range(first + 1, last)),
                       default=(0.0, first))
        if away > tolerance:
            kept.add(at)
            open_runs += [(first, at), (at, last)]
    return [ring[at] for at in sorted(kept)]


def _away(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the stretch between two others."""
    length = _square(start, end)
    if not length:
        return float(_square(point, start) ** 0.5)
    (x, y), (left, top), (right, bottom) = point, start, end
    share = ((x - left) * (right - left) + (y - top) * (bottom - top)) / length
    share = min(max(share, 0.0), 1.0)
    return float(_square(point, (left + share * (right - left), top + share * (bottom - top))) ** 0.5)


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _placed(ring: Sequence[Point]) -> list[Place]:
    return [(round((x - WEST) * UNITS), round((NORTH - y) * UNITS)) for x, y in ring]


def _size(ring: Sequence[Place]) -> float:
    sides = pairwise(ring)
    return abs(sum(x * below - right * y for (x, y), (right, below) in sides)) / 2


def _path(ring: Sequence[Place]) -> str:
    """'M12 34l5 -6…z': the first corner, then steps from corner to corner."""
    steps = (f"{x - before[0]} {y - before[1]}" for before, (x, y) in pairwise(ring)
             if (x, y) != before)
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")
