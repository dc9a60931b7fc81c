"""The ratios of an instrument as plain data for a phone: amounts, what they can be made of, formulas, ends of bands."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.formulas.shape import Sum, shape
from sidamping.domain.scoring.bands import Interval
from sidamping.domain.scoring.instrument import Component, Derived, Instrument


def amounts(instrument: Instrument) -> dict[str, Any]:
    """The amounts by name, the ways to make them of others, and which cannot be more than which.

    Ways over lists of items are left out: a phone asks for no lists.
    """
    ways = {name: [_way(one) for one in found if not one.lists] for name, found in instrument.derived.items()}
    named = {
        name: {"id": one.label.id, "en": one.label.en, "signed": one.signed} for name, one in instrument.fields.items()
    }
    return {
        "amounts": named, "made": {name: found for name, found in ways.items() if found},
        "bounds": [list(pair) for pair in instrument.bounds],
    }


def banded(one: Component) -> dict[str, Any]:
    """The formulas in their order, and where the second band begins, the third, and so on."""
    assert one.scale is not None
    return {
        "key": f"ratios.{one.key}", "formulas": [_formula(name) for name in one.formulas],
        "lows": [_low(band.interval) for band in one.scale.bands[1:]],
    }


def places(one: Component) -> list[Fraction]:
    """A ratio that stands for each band."""
    return [_place(band.interval) for band in one.scale.bands] if one.scale else []


def slopes(one: Component) -> bool:
    """Whether the points of a ratio change within a band."""
    return one.kind == "ratio" and one.scale is not None and any(band.add for band in one.scale.bands)


def _place(within: Interval) -> Fraction:
    if within.low is None:
        return Fraction(0) if within.high is None else within.high - 1
    return within.low + 1 if within.high is None else (within.low + within.high) / 2


def _low(within: Interval) -> dict[str, Any]:
    """The lower end as a quotient, and whether it belongs to the band itself."""
    assert within.low is not None
    return {"at": [within.low.numerator, within.low.denominator], "in": within.low_in}


def _formula(name: str) -> list[dict[str, Any]]:
    return [{"part": _times(part), "whole": _times(whole)} for part, whole in shape(FORMULAS[name]).quotients]


def _way(one: Derived) -> dict[str, int]:
    """What an amount is made of, in percent of each."""
    return _times(Sum({name: Fraction(share) for name, share in one.of.items()}))


def _times(of: Sum) -> dict[str, int]:
    """Whole times; a fraction would be a new kind of rule, which a phone does not know yet."""
    assert all(times.denominator == 1 for times in of.times.values()), of
    return {name: int(times) for name, times in of.times.items()}
