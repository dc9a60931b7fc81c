"""How much may be lent at most: so many times the savings, and no more than a part of the collateral, if any."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.rounding import round_down
from sidamping.domain.scoring.numbers import Number

SAVINGS, COLLATERAL = "savings", "collateral"


@dataclass(frozen=True)
class Ceilings:
    """The limits of the rulebook or of the articles, with where each stands."""

    times_savings: Number
    collateral_percent: Number
    savings_cite: str = ""
    collateral_cite: str = ""
    savings_status: str = ""
    collateral_status: str = ""


@dataclass(frozen=True)
class Limit:
    """One ceiling: what it rests on, the amount it starts from, the factor, and the rupiah it allows."""

    kind: str
    base: int
    factor: Number
    allowed: int
    cite: str
    status: str


@dataclass(frozen=True)
class Ceiling:
    """All ceilings of an applicant; the least of them holds."""

    limits: tuple[Limit, ...]

    @property
    def allowed(self) -> int:
        return min(one.allowed for one in self.limits)

    @property
    def binding(self) -> Limit:
        """The limit that decides."""
        return min(self.limits, key=lambda one: one.allowed)

    def over(self, principal: int) -> int:
        """By how much a loan is too large; 0 when it is within the ceiling."""
        return max(principal - self.allowed, 0)


def ceiling(rules: Ceilings, *, savings: int, collateral: int | None = None) -> Ceiling:
    """The ceiling for these savings, and for this collateral where one is given; broken rupiah fall away."""
    limits = [
        Limit(SAVINGS, savings, rules.times_savings, round_down(savings * rules.times_savings), rules.savings_cite,
              rules.savings_status),
    ]
    if collateral is not None:
        allowed = round_down(collateral * Fraction(rules.collateral_percent) / 100)
        limits.append(Limit(COLLATERAL, collateral, rules.collateral_percent, allowed, rules.collateral_cite,
                            rules.collateral_status))
    return Ceiling(tuple(limits))
