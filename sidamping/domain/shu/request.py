"""What is to be shared, among whom and in which form: the plain values that a distribution is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sidamping.domain.problems import Problem
from sidamping.domain.scoring.numbers import Number

TWO_POT, ONE_POT, PRINTED = "two-pot", "one-pot", "pergub-ntt-printed"
FORMS = (TWO_POT, ONE_POT, PRINTED)
"""Capital and business apart; both in one sum; the formula as the guideline prints it, whose shares do not add up."""
CAPITAL, BUSINESS, MEMBERS = "jasa_modal", "jasa_anggota", "anggota"
"""The funds that go to members: for savings, for business, or for both together."""


@dataclass(frozen=True)
class Member:
    """One member's savings (principal and mandatory) and business with the cooperative in the year."""

    number: str
    name: str = ""
    savings: int | None = None
    business: int | None = None


@dataclass(frozen=True)
class Totals:
    """Savings and business of all members, and all sales, which only the printed formula asks for."""

    savings: int | None = None
    business: int | None = None
    sales: int | None = None


@dataclass(frozen=True)
class Request:
    """A surplus to share. `members` are all members, or the one whose share is asked when `single`."""

    surplus: int | None
    form: str
    percentages: Mapping[str, Number] = field(default_factory=dict)
    from_members: Number | None = None
    pool: int | None = None
    split: Mapping[str, Number] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    single: bool = False
    totals: Totals = Totals()
    whole_percent: int = 100
    warnings: tuple[Problem, ...] = ()
