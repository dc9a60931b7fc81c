"""Exact numbers in and plain numbers out. No float takes part in arithmetic; rounding happens once, when printing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

Number = int | Fraction
DECIMALS = 6
"""Decimals of a printed ratio or score; what is compared with a band or a category is never rounded."""


def exact(value: object) -> Number | None:
    """The number as it was written; None for anything that is not a finite number (texts, true and false too)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return value
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite():
        return Fraction(value)
    return None


def plain(value: Number | None) -> int | float | None:
    """As JSON carries it: a whole number, or at most six decimals rounded half away from zero."""
    if value is None:
        return None
    rounded = half_up(value * 10**DECIMALS)
    whole, rest = divmod(rounded, 10**DECIMALS)
    return whole if rest == 0 else float(Decimal(rounded).scaleb(-DECIMALS))


def written(value: Number | None, decimals: int = 2, most: int = 4) -> str:
    """As Indonesian readers write it: 1.234,50; more decimals, up to `most`, where the number has them."""
    if value is None:
        return "-"
    for places in range(decimals, most + 1):
        scaled = half_up(value * 10**places)
        if Fraction(scaled, 10**places) == value:
            break
    whole, rest = divmod(abs(scaled), 10**places)
    shown = f"{'-' if scaled < 0 else ''}{whole:,}".replace(",", ".")
    return f"{shown},{rest:0{places}d}" if places else shown


def added(values: Iterable[Number]) -> Number:
    """The exact sum; one common denominator at the end is quicker than one at every step."""
    above, below = 0, 1
    for value in values:
        if value.denominator == below:
            above += value.numerator
        else:
            above = above * value.denominator + value.numerator * below
            below *= value.denominator
    return above if below == 1 else Fraction(above, below)


def half_up(value: Number) -> int:
    """The nearest whole number; halves go away from zero."""
    value = Fraction(value)
    rounded = (abs(value.numerator) * 2 + value.denominator) // (value.denominator * 2)
    return rounded if value >= 0 else -rounded
