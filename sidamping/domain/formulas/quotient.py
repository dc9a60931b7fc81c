"""Division that says why it cannot be done instead of giving 0."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Unknowable:
    """'Not computable: why' as a value: the amount in the way, and the code of the catalogue that says why."""

    code: str
    name: str


def percent(part: int | Fraction, whole: int | Fraction, name: str) -> Fraction | Unknowable:
    """part / whole in percent; not computable where the whole is zero or less, for then the ratio means nothing."""
    if whole > 0:
        return Fraction(part * 100, whole) if type(part) is int and type(whole) is int else HUNDRED * part / whole
    return Unknowable("SCORING_021" if whole == 0 else "SCORING_022", name)
