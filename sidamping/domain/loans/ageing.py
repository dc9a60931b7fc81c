"""How well loans are repaid: classes by days in arrears, and what to provide for each. Limits are the rulebook's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.loans.state import State
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


def aged(classes: Iterable[Class], states: Iterable[State]) -> Mapping[str, Aged]:
    """All loans by class, none left out; a class without loans stands with zeros."""
    known = tuple(classes)
    found: dict[str, list[State]] = {one.code: [] for one in known}
    for one in states:
        found[class_of(known, one.days_late).code].append(one)
    return {one.code: _sum(one, found[one.code]) for one in known}


def _sum(of: Class, states: list[State]) -> Aged:
    balance = sum(one.balance for one in states)
    return Aged(of.code, len(states), balance, round_to(balance * Fraction(of.provision) / 100))
