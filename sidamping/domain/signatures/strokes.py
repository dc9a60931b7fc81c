"""A drawn signature as strokes: each a flat list x, y, x, y … of whole numbers in a frame of 1000 by 400.

No picture file: nothing has to be decoded, nothing can hide in it, and it prints sharp at any size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sidamping.domain.problems import Problem, problem

WIDTH, HEIGHT = 1000, 400
MOST_POINTS = 3_000
LEAST_REACH = 80
"""A drawing that reaches less far from edge to edge is a dot or a slip of the finger."""
Strokes = Sequence[Sequence[int]]


def stroke_faults(told: Any) -> list[Problem]:
    """What keeps this from being a drawn signature: its shape, its size, or that nothing was drawn."""
    if not _is_drawing(told):
        return [problem("SIGNATURES_003", "strokes", width=WIDTH, height=HEIGHT)]
    points = sum(map(len, told)) // 2
    if points > MOST_POINTS:
        return [problem("SIGNATURES_004", "strokes", points=points, most=MOST_POINTS)]
    return [] if _reach(told) >= LEAST_REACH else [problem("SIGNATURES_005", "strokes")]


def path_of(strokes: Strokes) -> str:
    """The strokes as the `d` of an SVG path: M x y, then a line to each further point."""
    return "".join(_stroke(one) for one in strokes)


def _is_drawing(told: Any) -> bool:
    return isinstance(told, list) and all(_is_stroke(one) for one in told)


def _is_stroke(told: Any) -> bool:
    if not isinstance(told, list) or not told or len(told) % 2:
        return False
    within = (_within(told[0::2], WIDTH), _within(told[1::2], HEIGHT))
    return all(within)


def _within(numbers: list[Any], most: int) -> bool:
    return all(type(one) is int and 0 <= one <= most for one in numbers)


def _reach(strokes: Strokes) -> int:
    """The longer side of the box around all strokes; 0 without any."""
    across = [x for one in strokes for x in one[0::2]]
    down = [y for one in strokes for y in one[1::2]]
    return max(max(across) - min(across), max(down) - min(down)) if across else 0


def _stroke(points: Sequence[int]) -> str:
    pairs = [f"{x} {y}" for x, y in zip(points[0::2], points[1::2], strict=True)]
    return f"M{pairs[0]}L{' '.join(pairs[1:] or pairs)}"
