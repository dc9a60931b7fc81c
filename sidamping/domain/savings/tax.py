"""Income tax on the interest of one month: free up to an amount, a rate above it, or one rate for all."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.scoring.numbers import Number, half_up


@dataclass(frozen=True)
class InterestTax:
    """A rate in percent; interest up to `free` rupiah a month is not taxed, more of it is taxed as a whole."""

    percent: Number
    free: int = 0
    cite: str = ""
    status: str = ""

    def of(self, interest: int) -> int:
        """The tax on a month's interest in whole rupiah; net is what is left, so both add up to the interest."""
        return 0 if interest <= self.free else half_up(interest * Fraction(self.percent) / 100)

    def exact(self, interest: Number) -> Fraction:
        """The tax before rounding."""
        return Fraction(0) if interest <= self.free else interest * Fraction(self.percent) / 100
