"""What a loan is on a day: a pure function of its schedule and its payments by value date. Keeps no balance of its own.

A payment goes to the oldest instalment first, there to the interest before the principal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.loans.schedule import Schedule
from sidamping.domain.money import rupiah
from sidamping.domain.periods import after_months
from sidamping.domain.problems import Problem, problem, refuse_if


@dataclass(frozen=True)
class Due:
    """An instalment with the day it is due."""

    no: int
    day: date
    principal: int
    interest: int


@dataclass(frozen=True, order=True)
class Payment:
    """Money received; the value date orders payments, then the order in which they were recorded."""

    day: date
    sequence: int
    amount: int


@dataclass(frozen=True)
class Applied:
    """Where a payment went."""

    payment: Payment
    interest: int
    principal: int


@dataclass(frozen=True)
class Standing:
    """An instalment with what was paid of it, and the day it was paid in full."""

    due: Due
    interest: int
    principal: int
    settled: date | None

    @property
    def open_interest(self) -> int:
        return self.due.interest - self.interest

    @property
    def open_principal(self) -> int:
        return self.due.principal - self.principal


@dataclass(frozen=True)
class State:
    """The loan on a day: every instalment, where each payment went, and what is late."""

    on: date
    rows: tuple[Standing, ...]
    applied: tuple[Applied, ...]

    @property
    def balance(self) -> int:
        """Principal still owed, due or not."""
        return sum(one.open_principal for one in self.rows)

    @property
    def late(self) -> tuple[Standing, ...]:
        """Instalments due before this day and not paid in full."""
        return tuple(one for one in self.rows if one.due.day < self.on and one.open_principal + one.open_interest)

    @property
    def arrears(self) -> int:
        """What should have been paid before this day and was not."""
        return sum(one.open_principal + one.open_interest for one in self.late)

    @property
    def days_late(self) -> int:
        """Days since the oldest instalment in arrears was due; 0 when nothing is late."""
        return (self.on - self.late[0].due.day).days if self.late else 0

    @property
    def paid_interest(self) -> int:
        return sum(one.interest for one in self.applied)

    @property
    def paid_principal(self) -> int:
        return sum(one.principal for one in self.applied)


@dataclass(frozen=True)
class Difference:
    """What a payment dated back changes: the loan before and after, and the one entry to post today."""

    before: State
    after: State

    @property
    def interest(self) -> int:
        return self.after.paid_interest - self.before.paid_interest

    @property
    def principal(self) -> int:
        return self.after.paid_principal - self.before.paid_principal

    @property
    def moved(self) -> tuple[tuple[Applied, Applied], ...]:
        """Payments already recorded that now go elsewhere, before and after."""
        now = {one.payment: one for one in self.after.applied}
        pairs = [(one, now[one.payment]) for one in self.before.applied]
        return tuple((one, other) for one, other in pairs if one != other)


def dues(made: Schedule, first: date) -> tuple[Due, ...]:
    """The schedule with its days: the same day every month, the last day where a month is shorter."""
    return tuple(Due(one.no, after_months(first, one.no - 1), one.principal, one.interest) for one in made.rows)


def state(plan: Sequence[Due], payments: Iterable[Payment], *, on: date) -> State:
    """The loan on a day from the payments valued up to it; Refused when one is more than what is left."""
    paid = sorted(one for one in payments if one.day <= on)
    left = [(one.interest, one.principal) for one in plan]
    settled: list[date | None] = [None] * len(plan)
    applied, faults = [], []
    for payment in paid:
        fault = _fault(payment, left)
        if fault is not None:
            faults.append(fault)
            continue
        applied.append(_apply(payment, left, settled))
    refuse_if(faults)
    rows = tuple(
        Standing(due, due.interest - interest, due.principal - principal, day)
        for due, (interest, principal), day in zip(plan, left, settled, strict=True)
    )
    return State(on, rows, tuple(applied))


def back_dated(plan: Sequence[Due], payments: Iterable[Payment], added: Payment, *, on: date) -> Difference:
    """The loan on a day without and with a payment that was recorded late."""
    recorded = tuple(payments)
    return Difference(state(plan, recorded, on=on), state(plan, (*recorded, added), on=on))


def _apply(payment: Payment, left: list[tuple[int, int]], settled: list[date | None]) -> Applied:
    """Take a payment off what is left, oldest instalment first."""
    rest, to_interest, to_principal = payment.amount, 0, 0
    for at, (interest, principal) in enumerate(left):
        if not rest:
            break
        first = min(rest, interest)
        second = min(rest - first, principal)
        left[at] = interest - first, principal - second
        rest -= first + second
        to_interest, to_principal = to_interest + first, to_principal + second
        if first + second and left[at] == (0, 0):
            settled[at] = payment.day
    return Applied(payment, to_interest, to_principal)


def too_much(day: date, amount: int, principal: int, interest: int) -> Problem | None:
    """A payment above what is left of a loan, principal and interest."""
    if amount <= principal + interest:
        return None
    told = {"principal": rupiah(principal), "interest": rupiah(interest), "owed": rupiah(principal + interest)}
    return problem("LOANS_003", "amount", day=day, amount=rupiah(amount), **told)


def _fault(payment: Payment, left: Sequence[tuple[int, int]]) -> Problem | None:
    if payment.amount <= 0:
        return problem("LOANS_004", "", day=payment.day, amount=rupiah(payment.amount))
    interest, principal = (sum(one[at] for one in left) for at in (0, 1))
    return too_much(payment.day, payment.amount, principal, interest)
