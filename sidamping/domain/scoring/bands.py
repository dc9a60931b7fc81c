"""Bands: intervals written as in a schoolbook, '(20, 40]', and the one band every number falls into (E15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from sidamping.domain.scoring.numbers import Number

WRITTEN = re.compile(r"([\[(])\s*(-inf|-?\d+(?:\.\d+)?)\s*,\s*(inf|-?\d+(?:\.\d+)?)\s*([\])])")


@dataclass(frozen=True)
class Interval:
    """The numbers between two ends; None is an end that is nowhere."""

    low: Fraction | None
    low_in: bool
    high: Fraction | None
    high_in: bool
    text: str = field(compare=False)

    def holds(self, x: Number) -> bool:
        above = self.low is None or x > self.low or (self.low_in and x == self.low)
        return above and (self.high is None or x < self.high or (self.high_in and x == self.high))

    @property
    def start(self) -> tuple[Fraction, int]:
        """Where the interval begins, comparable: an open end begins just after its number."""
        assert self.low is not None
        return self.low, 0 if self.low_in else 1

    @property
    def end(self) -> tuple[Fraction, int]:
        """Where the next interval must begin: just after a closed end, at an open one."""
        assert self.high is not None
        return self.high, 1 if self.high_in else 0


def interval(text: str) -> Interval:
    """'(20, 40]' or '[80, inf)'; ValueError for anything else, for an empty one and for a closed infinite end."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not an interval: {text!r}")
    left, low, high, right = found.groups()
    made = Interval(_end(low), left == "[", _end(high), right == "]", text.strip())
    if (made.low is None and made.low_in) or (made.high is None and made.high_in):
        raise ValueError(f"an infinite end is open: {text!r}")
    if made.low is not None and made.high is not None and made.start >= made.end:
        raise ValueError(f"an empty interval: {text!r}")
    return made


@dataclass(frozen=True)
class Band:
    """What an interval is worth: a value, or one that changes by `add` for `each` percent from `origin` on.

    `score` is a printed score that does not follow from value × weight.
    """

    interval: Interval
    value: Fraction
    score: Fraction | None = None
    origin: Fraction = Fraction(0)
    each: Fraction = Fraction(1)
    add: Fraction = Fraction(0)
    whole_steps: bool = False

    def value_at(self, x: Number) -> Fraction:
        if not self.add:
            return self.value
        steps = (Fraction(x) - self.origin) / self.each
        return self.value + self.add * (steps.__floor__() if self.whole_steps else steps)


@dataclass(frozen=True)
class Scale:
    """Bands in order that leave no gap and do not overlap, so that each number has exactly one."""

    bands: tuple[Band, ...]
    _starts: tuple[tuple[int, int, bool], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.bands, key=lambda one: _order(one.interval)))
        object.__setattr__(self, "bands", ordered)
        starts = ((one.interval.start[0], one.interval.low_in) for one in ordered[1:])
        object.__setattr__(self, "_starts", tuple((low.numerator, low.denominator, low_in) for low, low_in in starts))

    def place(self, x: Number) -> int:
        """Which band a number falls into; whole numbers are compared, which is exact and quick."""
        above, below, at = x.numerator, x.denominator, 0
        for numerator, denominator, inside in self._starts:
            left, right = above * denominator, numerator * below
            if left < right or (left == right and not inside):
                break
            at += 1
        return at

    def band(self, x: Number) -> Band:
        """The band a number falls into."""
        return self.bands[self.place(x)]


def seams(intervals: Sequence[Interval], within: Interval) -> Iterator[tuple[str, str]]:
    """Where intervals leave a gap or overlap inside `within`: ('gap' or 'overlap', 'between … and …')."""
    ordered = sorted(intervals, key=_order)
    if not ordered:
        yield "gap", within.text
        return
    yield from _edge(within, ordered[0], ordered[-1])
    for one, after in pairwise(ordered):
        where = f"{one.text} {after.text}"
        if one.high is None or after.low is None or after.start < one.end:
            yield "overlap", where
        elif after.start > one.end:
            yield "gap", where


def _edge(within: Interval, first: Interval, last: Interval) -> Iterator[tuple[str, str]]:
    if first.low != within.low or first.low_in != within.low_in:
        yield "gap", f"{within.text} {first.text}"
    if last.high != within.high or last.high_in != within.high_in:
        yield "gap", f"{last.text} {within.text}"


def _order(one: Interval) -> tuple[int, Fraction, int]:
    return (0, Fraction(0), 0) if one.low is None else (1, *one.start)


def _end(text: str) -> Fraction | None:
    return None if text.endswith("inf") else Fraction(Decimal(text))
