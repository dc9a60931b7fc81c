"""Aspects as a radar: how much of each aspect's points was earned. For three aspects or more; the names are numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from sidamping.platform.http.svg import Point, circle, line, picture, shape, words

FEWEST = 3
SIZE, REACH, LABEL = 240.0, 88.0, 104.0
RINGS = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Ray:
    """One aspect: its number in the table beside, the share of its points, and that of another view if there is one."""

    number: int
    share: float | None
    other: float | None = None


def radar(rays: Sequence[Ray], said: str) -> SafeString | str:
    """The picture, or nothing for fewer than three aspects."""
    if len(rays) < FEWEST:
        return ""
    corners = [_at(place, len(rays), 1.0) for place in range(len(rays))]
    parts = [shape([_at(place, len(rays), ring) for place in range(len(rays))], "radar-ring") for ring in RINGS]
    parts += [line(_at(0, 1, 0), corner, "radar-ray") for corner in corners]
    others = [one.other for one in rays]
    if all(share is not None for share in others):
        parts.append(shape(_shape(others), "radar-other"))
    parts.append(shape(_shape([one.share for one in rays]), "radar-made"))
    parts += [_dot(place, len(rays), one) for place, one in enumerate(rays)]
    parts += [_name(place, len(rays), one.number) for place, one in enumerate(rays)]
    return picture(parts, SIZE, SIZE, "radar", said)


def _shape(shares: Sequence[float | None]) -> list[Point]:
    return [_at(place, len(shares), share or 0.0) for place, share in enumerate(shares)]


def _dot(place: int, count: int, one: Ray) -> SafeString:
    """A full dot for a judged aspect, a ring in the middle for one nobody judged."""
    if one.share is None:
        return circle(_at(place, count, 0.06), 3, "radar-none")
    return circle(_at(place, count, one.share), 3.5, "radar-dot")


def _name(place: int, count: int, number: int) -> SafeString:
    x, y = _at(place, count, LABEL / REACH)
    return words((x, y + 4.5), str(number), "radar-name", "middle")


def _at(place: int, count: int, share: float) -> Point:
    """The first ray points up, the others follow the clock."""
    angle = math.tau * place / count - math.tau / 4
    return SIZE / 2 + REACH * share * math.cos(angle), SIZE / 2 + REACH * share * math.sin(angle)
