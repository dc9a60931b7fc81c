"""What a phone needs to score a filling by itself: points by number of yes, by mark and by ratio, as whole parts.

Bands are told as their points, formulas as quotients of sums, so whoever adds needs no rule and rounds nothing.
Comparisons need another sheet, and bands that slope have no such points: the server alone scores what has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import lcm
from typing import Any

from sidamping.domain.scoring.amounts import Amounts
from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.components import scored
from sidamping.domain.scoring.extract_ratios import amounts, banded, places, slopes
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import TABLE, Category, Component, Instrument, Words
from sidamping.domain.scoring.numbers import plain


def extract(instrument: Instrument) -> dict[str, Any] | None:
    """The instrument's arithmetic as plain data; None where it compares, or has bands that slope."""
    if instrument.comparison is not None or any(map(slopes, instrument.components)):
        return None
    components = tuple(_weighed(instrument))
    if not components:
        return None
    points = {one.key: _points(one, instrument) for one in components}
    parts = _denominator([*(point for row in points.values() for point in row), *_ends(instrument.categories)])
    return {
        "parts": parts, "of": plain(instrument.total),
        "components": [_component(one, points[one.key], parts) for one in components],
        "categories": [_category(one, parts) for one in instrument.categories],
        "verdict": _verdict(instrument), "unknown": _unknown(instrument), **amounts(instrument),
    }


def _weighed(instrument: Instrument) -> Iterator[Component]:
    """The components that can add points: what cannot be scored, and a level, add none."""
    weighed = {aspect.key for aspect in instrument.aspects if aspect.weight}
    asked = (one for one in instrument.components if one.aspect in weighed and one.weight and one.unknown is None)
    return (one for one in asked if one.questions or one.within or one.scale)


def _points(one: Component, instrument: Instrument) -> tuple[Fraction, ...]:
    """First the weight, then the points of 0, 1, 2 … yes with every question answered; of a mark, those of its ends;
    of a ratio, those of its bands."""
    if one.kind == "ratio":
        fillings = [Filling(ratios={one.key: within}) for within in places(one)]
    elif one.questions:
        count = len(one.questions)
        fillings = [Filling(answers={one.key: Answered(yes, count - yes)}) for yes in range(count + 1)]
    else:
        fillings = [Filling(amounts={one.key: end}) for end in _within(one)]
    made = (scored(one, instrument, told, Amounts(instrument, told), TABLE).points for told in fillings)
    return (Fraction(one.weight or 0), *(Fraction(points or 0) for points in made))


def _within(mark: Component) -> list[Fraction]:
    """The lowest and the highest mark."""
    ends = mark.within
    return [end for end in (ends.low, ends.high) if end is not None] if ends else []


def _component(one: Component, points: tuple[Fraction, ...], parts: int) -> dict[str, Any]:
    weight, *worth = (_whole(point, parts) for point in points)
    if one.kind == "ratio":
        return {"weight": weight, "points": worth, **_words(one.label), **banded(one)}
    if not one.questions:
        within = [plain(end) for end in _within(one)]
        return {"weight": weight, "points": worth, "keys": [f"inputs.{one.key}"], "within": within}
    keys = [f"answers.{one.key}.{number}" for number in range(1, len(one.questions) + 1)]
    return {"weight": weight, "points": worth, "keys": keys, "complete": one.scale is not None}


def _category(one: Category, parts: int) -> dict[str, Any]:
    ends = one.interval
    return {
        **_words(one.label), "low": None if ends.low is None else _whole(ends.low, parts), "low_in": ends.low_in,
        "high": None if ends.high is None else _whole(ends.high, parts), "high_in": ends.high_in,
    }


def _verdict(instrument: Instrument) -> dict[str, Any] | None:
    """The answers that one no decides, with both words."""
    verdict = instrument.verdict
    if verdict is None:
        return None
    keys = [
        f"answers.{one.key}.{number}" for one in instrument.components if one.key in verdict.of
        for number in range(1, len(one.questions) + 1)
    ]
    return {"keys": keys, "passed": _words(verdict.passed), "failed": _words(verdict.failed)}


def _unknown(instrument: Instrument) -> list[dict[str, Any]]:
    """What nobody can score, and why."""
    return [{**_words(one.label), "why": _words(one.unknown)} for one in instrument.components if one.unknown]


def _ends(categories: Iterable[Category]) -> Iterator[Fraction]:
    return (end for one in categories for end in (one.interval.low, one.interval.high) if end is not None)


def _denominator(points: Iterable[Fraction]) -> int:
    """Into how many parts a point is cut so that every figure is whole."""
    return lcm(*(point.denominator for point in points))


def _whole(point: Fraction, parts: int) -> int:
    return int(point * parts)


def _words(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}
