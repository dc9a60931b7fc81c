"""Figures somebody else published, as printed: kept as facts of a source, never as ours, and checked for contradiction.

A printed percentage stays the text it is; only the range of counts it can stand for is reckoned (C4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from sidamping.domain.indicators.definitions import Definition
from sidamping.domain.indicators.relations import contradictions
from sidamping.domain.money import grouped
from sidamping.domain.problems import Problem, problem


@dataclass(frozen=True)
class Published:
    """A figure as printed: a count, or a percentage with its decimals, of a whole where one is named."""

    indicator: str
    whole: int | None = None
    count: int | None = None
    percent: Decimal | None = None

    @property
    def possible(self) -> tuple[int, int] | None:
        """The counts it can stand for, least and most; None where no whole is named."""
        if self.count is not None:
            return self.count, self.count
        if self.percent is None or self.whole is None:
            return None
        exponent = self.percent.as_tuple().exponent
        half = Fraction(1, 2) / 10 ** max(-exponent if isinstance(exponent, int) else 0, 0)
        least, most = (Fraction(self.percent) + away for away in (-half, half))
        return max(ceil(least * self.whole / 100), 0), floor(most * self.whole / 100)


def disputes(
    definitions: Sequence[Definition], told: Iterable[Published], named: Callable[[str], str] = str
) -> list[Problem]:
    """Every contradiction within what one source says of one population."""
    figures = list(told)
    found = [fault for one in figures for fault in _itself(one, named)]
    found += _twice(figures, named)
    for whole in sorted({one.whole for one in figures if one.whole is not None}):
        parts = {one.indicator: one.count for one in figures if one.whole == whole and one.count is not None}
        found += contradictions(definitions, parts, whole, named)
    return found


def _itself(one: Published, named: Callable[[str], str]) -> list[Problem]:
    """A count and a percentage of one line that do not agree, or a percentage no count can give."""
    if one.percent is None or one.whole is None:
        return []
    said = Published(one.indicator, one.whole, None, one.percent).possible
    if said is None or (one.count is not None and said[0] <= one.count <= said[1]):
        return []
    if one.count is None and said[0] <= said[1]:
        return []
    values = {"part": named(one.indicator), "percent": str(one.percent).replace(".", ","), "whole": grouped(one.whole)}
    if one.count is None:
        return [problem("INDICATORS_006", one.indicator, **values)]
    return [problem("INDICATORS_005", one.indicator, **values, seen=grouped(one.count))]


def _twice(figures: Sequence[Published], named: Callable[[str], str]) -> list[Problem]:
    """Two lines about one indicator that cannot both be true."""
    found = []
    for place, one in enumerate(figures):
        for other in figures[place + 1:]:
            first, second = one.possible, other.possible
            same = one.indicator == other.indicator and one.whole == other.whole
            if same and first and second and (first[1] < second[0] or second[1] < first[0]):
                values = {"part": named(one.indicator), "first": _range(first), "second": _range(second)}
                found.append(problem("INDICATORS_007", one.indicator, **values))
    return found


def _range(possible: tuple[int, int]) -> str:
    least, most = possible
    return grouped(least) if least == most else f"{grouped(least)}–{grouped(most)}"
