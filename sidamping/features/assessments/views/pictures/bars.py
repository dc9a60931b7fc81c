"""Bars that stretch with their cell: points filled, points lost in outline, what nobody judged dashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.safestring import SafeString

from sidamping.platform.http.svg import line, rect, stretched

WHOLE, TOP, HEIGHT = 100.0, 0.5, 9.0
EARNED, LOST, OPEN, REST, OTHER = "bar-earned", "bar-lost", "bar-open", "bar-rest", "bar-other"


@dataclass(frozen=True)
class Piece:
    """A part of a bar: how much, and its look."""

    much: Decimal
    look: str


def bar(points: Decimal | None, lost: Decimal, unjudged: Decimal, longest: Decimal) -> SafeString:
    """Earned, lost and open points one after the other; `longest` fills the cell."""
    return pieces((Piece(points or Decimal(0), EARNED), Piece(lost, LOST), Piece(unjudged, OPEN)), longest)


def fall(before: Decimal, lost: Decimal, most: Decimal, look: str = LOST) -> SafeString:
    """One step of a waterfall: what is left stands faint, what this step takes away in outline at its end."""
    left = max(before - lost, Decimal(0))
    return pieces((Piece(left, REST), Piece(before - left, look)), most)


def pieces(parts: Sequence[Piece], longest: Decimal) -> SafeString:
    """Any parts one after the other; `longest` fills the cell."""
    drawn, at = [], 0.0
    for one in parts:
        width = WHOLE * float(one.much / longest) if longest else 0.0
        if width > 0:
            drawn.append(rect(at, TOP, min(width, WHOLE - at), HEIGHT, one.look))
        at = min(at + max(width, 0.0), WHOLE)
    return stretched(drawn, "bar-line")


def ruler(total: Decimal, low: Sequence[Decimal], most: Decimal) -> SafeString:
    """The scale of categories, parted where a category begins, with a mark at the total."""
    ends = [float(one / most) * WHOLE for one in sorted(low)] + [WHOLE]
    zones = [rect(start, TOP, end - start, HEIGHT, f"zone zone-{place % 2}")
             for place, (start, end) in enumerate(pairwise(ends))]  # fmt: skip
    at = min(max(float(total / most) * WHOLE, 0.5), WHOLE - 0.5)
    return stretched([*zones, rect(0, 3.5, at, 3, "ruler-run"), line((at, 0), (at, 10), "ruler-mark")], "ruler-line")
