"""A formula as data: the quotients of sums it is made of, read off by running it with names in place of amounts.

Who cannot run these functions, as a phone, computes from that, and sees for himself where a whole is zero or less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.formulas.registry import Formula


@dataclass(frozen=True)
class Sum:
    """Amounts by name, each so many times. Any sum passes for more than zero."""

    times: Mapping[str, Fraction]

    def __add__(self, other: Sum) -> Sum:
        names = dict.fromkeys([*self.times, *other.times])
        return Sum({name: self.times.get(name, Fraction(0)) + other.times.get(name, 0) for name in names})

    def __sub__(self, other: Sum) -> Sum:
        return self + -1 * other

    def __rmul__(self, by: Fraction | int) -> Sum:
        return Sum({name: by * times for name, times in self.times.items()})

    def __gt__(self, other: int) -> bool:
        return True

    def __truediv__(self, whole: Sum) -> Shape:
        return Shape(((self, whole),))


@dataclass(frozen=True)
class Shape:
    """What is added up to the ratio: a sum over a sum each, in percent."""

    quotients: tuple[tuple[Sum, Sum], ...]

    def __sub__(self, other: Shape) -> Shape:
        return Shape((*self.quotients, *((-1 * part, whole) for part, whole in other.quotients)))


def shape(formula: Formula) -> Shape:
    """The formula as it reads; TypeError for one that is more than sums, differences and percentages."""
    made = formula.compute(*(Sum({name: Fraction(1)}) for name in formula.inputs))
    if not isinstance(made, Shape):
        raise TypeError(f"not made of quotients: {formula.name}")
    return made
