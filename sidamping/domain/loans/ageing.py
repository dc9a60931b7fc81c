"""How well loans are repaid: classes by days in arrears, and what to provide for each. Limits are the rulebook's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.rounding import round_to
from sidamping.domain.scoring.numbers import Number

CURRENT, SUBSTANDARD, DOUBTFUL, LOSS = "current", "substandard", "doubtful", "loss"
CLASSES = (CURRENT, SUBSTANDARD, DOUBTFUL, LOSS)
"""Lancar, kurang lancar, diragukan, macet."""


@dataclass(frozen=True)
class Class:
    """A class from so many days in arrears on, with the part of the balance to provide, in percent."""

    code: str
    from_days: int
    provision: Number


@dataclass(frozen=True)
class Aged:
    """The loans of a class: how many, what is still owed on them, and what to provide."""

    code: str
    loans: int
    balance: int
    provision: int


def class_of(classes: Iterable[Class], days_late: int) -> Class:
    """The class of a loan so many days late: the last one that begins at or before it."""
    return max((one for one in classes if one.from_days <= days_late), key=lambda one: one.from_days)


def aged(classes: Iterable[Class], owed: Iterable[tuple[int, int]]) -> Mapping[str, Aged]:
    """Days late and balance of each loan, by class; what is paid back counts no more, an empty class has zeros."""
    known = tuple(classes)
    found: dict[str, list[int]] = {one.code: [] for one in known}
    for days_late, balance in owed:
        if balance:
            found[class_of(known, days_late).code].append(balance)
    return {one.code: _sum(one, found[one.code]) for one in known}


def _sum(of: Class, balances: list[int]) -> Aged:
    whole = sum(balances)
    return Aged(of.code, len(balances), whole, round_to(whole * Fraction(of.provision) / 100))
