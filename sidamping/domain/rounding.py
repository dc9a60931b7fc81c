"""The two named roundings of money: to a step, halves up, and parts of a whole by the largest remainder.

Both work on exact numbers; what is shared out always adds up to the whole again (house rule 24).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from sidamping.domain.scoring.numbers import Number, half_up, plain


def round_to(value: Number, step: int = 1) -> int:
    """The nearest multiple of the step; halves go away from zero."""
    return half_up(Fraction(value) / step) * step if step > 1 else half_up(value)


def round_down(value: Number, step: int = 1) -> int:
    """The multiple of the step at or below the value."""
    return Fraction(value) // step * step


def shared_out(whole: int, weights: Sequence[Number]) -> list[int]:
    """The whole in proportion to the weights, in whole rupiah that add up to it exactly.

    What rounding down leaves goes one by one to the largest remainders; among equals, to whoever stands first.
    ValueError when a weight or the whole is below zero, or when something is to be shared and all weights are zero.
    """
    scaled = _whole_weights(weights)
    total = sum(scaled)
    if whole < 0 or any(one < 0 for one in scaled) or (whole and not total):
        raise ValueError("nothing to share by")
    if not whole:
        return [0] * len(scaled)
    parts, remainders = [], []
    for one in scaled:
        part, remainder = divmod(whole * one, total)
        parts.append(part)
        remainders.append(remainder)
    # Sorting is stable, so among equal remainders the first stays first.
    order = sorted(range(len(parts)), key=remainders.__getitem__, reverse=True)
    for at in order[: whole - sum(parts)]:
        parts[at] += 1
    return parts


def _whole_weights(weights: Sequence[Number]) -> list[int]:
    """The weights as whole numbers in the same proportion."""
    if all(type(one) is int for one in weights):
        return [int(one) for one in weights]
    common = lcm(*(Fraction(one).denominator for one in weights))
    return [int(one * common) for one in weights]


def cents(value: Number | None) -> int | float | None:
    """An exact amount with two decimals, for comparing with a textbook; what is booked is whole rupiah."""
    return None if value is None else plain(Fraction(half_up(value * 100), 100))
