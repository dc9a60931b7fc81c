"""A loan over its whole life: what was lent, every schedule it had, and what vouchers did to it. Knows no database.

The state follows payments by value date; what stands in the books follows the days of the vouchers. Where both differ,
one entry is proposed. A voucher that was turned back counts until the day it was turned back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sidamping.domain.loans.schedule import Schedule
from sidamping.domain.loans.state import Due, Payment, State, dues, state

LENT, PAID, MENDED = "lent", "paid", "mended"
KINDS = (LENT, PAID, MENDED)
"""Money handed out or taken over from before; a payment; an entry that moves between principal and interest."""


@dataclass(frozen=True)
class Event:
    """What one voucher did: value date, day in the books, and the amounts it holds on the accounts of the loan."""

    kind: str
    sequence: int
    day: date
    booked: date
    principal: int
    interest: int = 0
    penalty: int = 0
    turned: date | None = None

    def counts(self, on: date) -> bool:
        """Whether the books hold it at the end of a day."""
        return self.booked <= on and (self.turned is None or self.turned > on)


@dataclass(frozen=True)
class Plan:
    """A schedule with its days, in force since a day; it takes the payments recorded after number `after`."""

    number: int
    since: date
    after: int
    dues: tuple[Due, ...]

    @property
    def principal(self) -> int:
        return sum(one.principal for one in self.dues)


@dataclass(frozen=True)
class Life:
    """A loan on a day: the schedule in force, its state, and the sums in the books."""

    on: date
    plan: Plan
    state: State
    lent: int
    repaid: int
    interest: int
    penalty: int
    excess: int = 0

    @property
    def running(self) -> bool:
        """Whether money was handed out and some of it is still owed."""
        return self.lent > 0 and (self.booked != 0 or self.state.balance > 0)

    @property
    def booked(self) -> int:
        """What is owed according to the books; all loans together are the control account."""
        return self.lent - self.repaid

    @property
    def difference(self) -> int:
        """Principal that the state holds and the books do not; below zero the other way round."""
        return self.state.balance - self.booked if self.lent else 0

    @property
    def coming(self) -> int:
        """The interest of all instalments left."""
        return sum(one.open_interest for one in self.state.rows)

    @property
    def owed(self) -> int:
        """Everything still to be paid, principal and interest of all instalments left."""
        return sum(one.open_principal for one in self.state.rows) + self.coming


def life(plans: Sequence[Plan], events: Iterable[Event], *, on: date) -> Life:
    """The loan at the end of a day; what exceeds the schedule is told, never lost."""
    held = [one for one in events if one.counts(on)]
    plan = max((one for one in plans if one.since <= on), key=lambda one: one.number, default=plans[0])
    paid, excess = _clipped(plan, payments_of(plan, plans, held))
    given_back = [one for one in held if one.kind != LENT]
    return Life(
        on, plan, state(plan.dues, paid, on=on),
        lent=sum(one.principal for one in held if one.kind == LENT),
        repaid=sum(one.principal for one in given_back),
        interest=sum(one.interest for one in given_back),
        penalty=sum(one.penalty for one in given_back),
        excess=excess,
    )  # fmt: skip


def payments_of(plan: Plan, plans: Sequence[Plan], events: Iterable[Event]) -> list[Payment]:
    """The payments a schedule takes: recorded after it was made, and before the next one was."""
    until = min((one.after for one in plans if one.number > plan.number), default=None)
    return sorted(
        Payment(one.day, one.sequence, one.principal + one.interest) for one in events
        if one.kind == PAID and one.sequence > plan.after and (until is None or one.sequence <= until)
        and one.principal + one.interest > 0
    )  # fmt: skip


def renewed(number: int, since: date, after: int, made: Schedule, first: date, carried: int = 0) -> Plan:
    """A schedule from a day on; interest that was due and not paid before goes into its first instalment."""
    rows = dues(made, first)
    return Plan(number, since, after, (replace(rows[0], interest=rows[0].interest + carried), *rows[1:]))


def open_interest(of: State) -> int:
    """Interest that was due by the day of the state and is not paid."""
    return sum(one.open_interest for one in of.rows if one.due.day <= of.on)


def penalty(of: State, *, ppm: int, grace: int, charged: date | None = None) -> int:
    """The fine on a day: a part of a million of each late instalment for each day beyond the days of grace.

    `charged`: the last day a fine was reckoned to; days before it are not fined again.
    """
    found = 0
    for one in of.late:
        days = (of.on - one.due.day).days - grace
        if charged is not None:
            days = min(days, (of.on - charged).days)
        found += (one.open_principal + one.open_interest) * ppm * max(days, 0)
    return (found + 500_000) // 1_000_000


def _clipped(plan: Plan, paid: list[Payment]) -> tuple[list[Payment], int]:
    """The payments up to what the schedule asks for, and what is beyond."""
    left, kept = plan.principal + sum(one.interest for one in plan.dues), []
    beyond = 0
    for one in paid:
        taken = min(one.amount, left)
        left, beyond = left - taken, beyond + one.amount - taken
        if taken:
            kept.append(replace(one, amount=taken))
    return kept, beyond
