"""A line over years or months as a small picture; a day without a value leaves a gap. Words beside it tell values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django.utils.safestring import SafeString

from sidamping.domain.scoring.numbers import written
from sidamping.platform.http.language import day_text
from sidamping.platform.http.svg import Point, circle, line, picture, shape, words

WIDTH, HEIGHT = 300.0, 84.0
LEFT, RIGHT, TOP, BOTTOM = 8.0, 8.0, 18.0, 20.0


def trend(days: Sequence[date], values: Sequence[Fraction | None], said: str) -> SafeString | str:
    """The picture, or nothing where fewer than two values stand."""
    known = [one for one in values if one is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    room = float(high - low) or 1.0
    step = (WIDTH - LEFT - RIGHT) / (len(values) - 1)
    points: list[Point | None] = [
        None if one is None else (LEFT + at * step, TOP + (HEIGHT - TOP - BOTTOM) * (1 - float(one - low) / room))
        for at, one in enumerate(values)
    ]
    parts = [line((LEFT, HEIGHT - BOTTOM), (WIDTH - RIGHT, HEIGHT - BOTTOM), "trend-ground")]
    parts += [shape(run, "trend-line", closed=False) for run in _runs(points) if len(run) > 1]
    parts += [circle(one, 2.5, "trend-dot") for one in points if one is not None]
    return picture([*parts, *_said(days, values, points)], WIDTH, HEIGHT, "trend", said)


def _runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """Points that follow one another without a gap."""
    found: list[list[Point]] = [[]]
    for one in points:
        if one is None:
            found.append([])
        else:
            found[-1].append(one)
    return found


def _said(
    days: Sequence[date], values: Sequence[Fraction | None], points: Sequence[Point | None]
) -> list[SafeString]:
    """The first and the last day with their values."""
    years = days[0].year != days[-1].year
    found = []
    for at, anchor in ((0, "start"), (len(days) - 1, "end")):
        label = str(days[at].year) if years else day_text(days[at])
        x = LEFT if at == 0 else WIDTH - RIGHT
        found.append(words((x, HEIGHT - 5), label, "trend-word", anchor))
        value, point = values[at], points[at]
        if value is not None and point is not None:
            found.append(words((x, _above(points, at)), written(value, 1, 2), "trend-word", anchor))
    return found


def _above(points: Sequence[Point | None], at: int) -> float:
    """Where the value of an end is written: above its dot, and above the line where that comes down to it."""
    point, beside = points[at], points[1 if at == 0 else at - 1]
    assert point is not None
    return max(min(one[1] for one in (point, beside) if one is not None) - 6, 12)
