"""Totals over the years as a line over the bands of categories; results of others are marks that no line joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from sidamping.platform.http.svg import Point, circle, line, picture, rect, shape, words

WIDTH, HEIGHT = 340.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, 14.0, 12.0, 28.0
INSET = 22.0
MOST_DATES = 6


@dataclass(frozen=True)
class Dot:
    """A total on a day; `outside` ones come from somebody else. `ruler` names the version it was measured with.

    A `rehearsal` is a mentor's, which no line joins with an assessor's.
    """

    on: date
    total: float
    text: str
    outside: bool = False
    ruler: str = ""
    rehearsal: bool = False


def history(dots: Sequence[Dot], bounds: Sequence[float], most: float, said: str) -> SafeString | str:
    """The picture, or nothing for a single result; only results of one version are joined."""
    if len(dots) < 2 or not most:
        return ""
    first, last = min(one.on for one in dots), max(one.on for one in dots)
    span = max((last - first).days, 1)
    placed = [(one, _place(one, first, span, most)) for one in sorted(dots, key=lambda one: one.on)]
    parts = [*_ground(bounds, most), *_joined(placed), *_dates(placed)]
    parts += [_mark(one, at) for one, at in placed]
    return picture(parts, WIDTH, HEIGHT, "history", said)


def _place(one: Dot, first: date, span: int, most: float) -> Point:
    room = WIDTH - LEFT - RIGHT - 2 * INSET
    return LEFT + INSET + room * (one.on - first).days / span, _height(one.total, most)


def _height(total: float, most: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - total / most)


def _ground(bounds: Sequence[float], most: float) -> list[SafeString]:
    parts = [rect(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, "history-ground")]
    for bound in sorted({0.0, *bounds, most}):
        y = _height(bound, most)
        parts.append(line((LEFT, y), (WIDTH - RIGHT, y), "history-bound"))
        parts.append(words((LEFT - 5, y + 4), f"{bound:g}", "history-word", "end"))
    return parts


def _joined(placed: Sequence[tuple[Dot, Point]]) -> list[SafeString]:
    judged = [(one, at) for one, at in placed if not one.outside and not one.rehearsal]
    rulers = dict.fromkeys(one.ruler for one, _ in judged)
    lines = ([at for one, at in judged if one.ruler == ruler] for ruler in rulers)
    return [shape(points, "history-line", closed=False) for points in lines if len(points) > 1]


def _mark(one: Dot, at: Point) -> SafeString:
    """A dot for an assessor's, an empty one for a rehearsal, a square with its total below for somebody else's."""
    x, y = at
    above = words((x, y + 20 if one.outside else max(y - 9, TOP + 11)), one.text, "history-total", "middle")
    if one.outside:
        return rect(x - 5, y - 5, 10, 10, "history-outside") + above
    return circle(at, 4.5, "history-rehearsal" if one.rehearsal else "history-dot") + above


def _dates(placed: Sequence[tuple[Dot, Point]]) -> list[SafeString]:
    """Years under the marks, each once, and not more than fit."""
    years: dict[int, float] = {}
    for one, (x, _) in placed:
        years.setdefault(one.on.year, x)
    step = -(-len(years) // MOST_DATES)
    return [words((x, HEIGHT - 9), str(year), "history-word", "middle") for year, x in list(years.items())[::step]]
