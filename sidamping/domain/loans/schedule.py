"""Instalments month by month in whole rupiah: they sum exactly to the principal, the last one takes the rest.

The instalment is rounded to the step, interest to the rupiah; the principal part is what is left between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.loans.terms import ANNUITY, DECLINING, FLAT, Terms
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Refused, problem
from sidamping.domain.rounding import round_down, round_to
from sidamping.domain.scoring.numbers import Number, half_up

EXACT = 10**30
Rounding = Callable[[Number, int], int]


@dataclass(frozen=True)
class Instalment:
    """One month: what goes to the principal, the interest, both together, and what is still owed after it."""

    no: int
    principal: int
    interest: int
    balance: int

    @property
    def total(self) -> int:
        return self.principal + self.interest


@dataclass(frozen=True)
class ExactInstalment:
    """One month before any rounding, for comparing with a textbook."""

    principal: Fraction
    interest: Fraction
    balance: Fraction

    @property
    def total(self) -> Fraction:
        return self.principal + self.interest


@dataclass(frozen=True)
class Schedule:
    """A loan's terms with all its instalments."""

    terms: Terms
    rows: tuple[Instalment, ...]

    @property
    def interest(self) -> int:
        return sum(one.interest for one in self.rows)

    @property
    def total(self) -> int:
        return sum(one.total for one in self.rows)


def schedule(terms: Terms) -> Schedule:
    """The instalments of a loan; Refused where the step is too coarse for so small an instalment.

    Rounding goes to the nearest step; where that would leave nothing for the last month, it goes down throughout.
    """
    for rounding in (round_to, round_down):
        rows = _rows(terms, rounding)
        if rows is not None:
            return Schedule(terms, rows)
    shown = {"step": rupiah(terms.step), "instalment": rupiah(half_up(exact_instalments(terms)[0].total))}
    raise Refused(problem("LOANS_002", "--step", **shown))


def exact_instalments(terms: Terms) -> tuple[ExactInstalment, ...]:
    """The instalments without rounding; of an annuity to thirty decimals, for its fractions grow month by month."""
    return tuple(_exact_annuity(terms) if terms.method == ANNUITY else _exact(terms))


def _exact(terms: Terms) -> Iterator[ExactInstalment]:
    owed, principal = Fraction(terms.principal), Fraction(terms.principal, terms.months)
    for _ in range(terms.months):
        interest = (terms.principal if terms.method == FLAT else owed) * terms.monthly
        owed -= principal
        yield ExactInstalment(principal, interest, owed)


def _exact_annuity(terms: Terms) -> list[ExactInstalment]:
    """Backwards from nothing owed, where every step divides an earlier error instead of multiplying it."""
    fixed, owed, rows = _cut(annuity(terms)), Fraction(0), []
    for _ in range(terms.months):
        before = _cut((owed + fixed) / (1 + terms.monthly))
        rows.append(ExactInstalment(before - owed, fixed - (before - owed), owed))
        owed = before
    return rows[::-1]


def _cut(value: Fraction) -> Fraction:
    return Fraction(half_up(value * EXACT), EXACT)


def annuity(terms: Terms) -> Fraction:
    """The same instalment for every month: principal × i / (1 − (1 + i)^−n); a loan without interest in equal parts."""
    if not terms.monthly:
        return Fraction(terms.principal, terms.months)
    growth = (1 + terms.monthly) ** terms.months
    return terms.principal * terms.monthly * growth / (growth - 1)


def _rows(terms: Terms, rounding: Rounding) -> tuple[Instalment, ...] | None:
    """The instalments with one way of rounding; None when a month would pay nothing back or the last is left empty."""
    rows, owed = [], terms.principal
    instalment = _instalment(terms, rounding)
    for no in range(1, terms.months):
        interest = _interest(terms, owed, no)
        principal = instalment(owed) - interest
        owed -= principal
        if principal <= 0 or owed <= 0:
            return None
        rows.append(Instalment(no, principal, interest, owed))
    return (*rows, Instalment(terms.months, owed, _interest(terms, owed, terms.months), 0))


def _instalment(terms: Terms, rounding: Rounding) -> Callable[[int], int]:
    """What is paid in a month with so much still owed."""
    if terms.method == ANNUITY:
        fixed = rounding(annuity(terms), terms.step)
        return lambda owed: fixed
    part = Fraction(terms.principal, terms.months)
    if terms.method == DECLINING:
        return lambda owed: rounding(part + owed * terms.monthly, terms.step)
    level = rounding(part + terms.principal * terms.monthly, terms.step)
    return lambda owed: level


def _interest(terms: Terms, owed: int, no: int) -> int:
    """A month's interest in whole rupiah; flat interest keeps its sum, the last month taking the rest of it."""
    if terms.method != FLAT:
        return half_up(owed * terms.monthly)
    month = terms.principal * terms.monthly
    whole, part = half_up(month * terms.months), half_up(month)
    if part * (terms.months - 1) > whole:
        part = round_down(month)
    return part if no < terms.months else whole - part * (terms.months - 1)
