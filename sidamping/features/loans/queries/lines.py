"""What other rooms and pages get to see of loans: frozen values, no model instances."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sidamping.domain.loans.ceilings import Ceiling
from sidamping.domain.loans.life import LENT, Event, Life, Plan, life
from sidamping.domain.loans.schedule import Schedule, schedule
from sidamping.domain.loans.terms import MONTHS_A_YEAR
from sidamping.domain.loans.terms import Terms as Asked

PPM_A_PERCENT = 10_000
WAITING, POSTED, TURNED, DISCARDED = "waiting", "posted", "turned", "discarded"
"""A voucher still a draft, posted, posted and turned back, or deleted while it was a draft."""
LOAN_CODE = re.compile(r"PJ-\d{4,}")


def loan_code(number: int) -> str:
    """The number of a loan as papers write it."""
    return f"PJ-{number:04}"


@dataclass(frozen=True)
class TermsLine:
    """The terms of a product from a day on; rates in parts of a million, interest a year, fine a day."""

    id: UUID
    product_id: UUID
    product: str
    starts: date
    method: str
    rate_ppm: int
    step: int
    most_months: int
    penalty_ppm: int
    grace_days: int
    loans_account: str
    interest_account: str
    penalty_account: str

    @property
    def rate_month(self) -> Fraction:
        """Percent a month."""
        return Fraction(self.rate_ppm, PPM_A_PERCENT * MONTHS_A_YEAR)

    @property
    def rate_year(self) -> Fraction:
        return Fraction(self.rate_ppm, PPM_A_PERCENT)

    @property
    def penalty_day(self) -> Fraction:
        """Percent a day."""
        return Fraction(self.penalty_ppm, PPM_A_PERCENT)

    def made(self, principal: int, months: int) -> Schedule:
        """The schedule of a loan on these terms; Refused where the step is too coarse."""
        return schedule(Asked(principal, self.rate_month, months, self.method, self.step))


@dataclass(frozen=True)
class PlanLine:
    """A schedule as it was made, with why it was made anew."""

    plan: Plan
    method: str
    rate_ppm: int
    first_due: date
    carried: int
    why: str
    by: str

    @property
    def rate_year(self) -> Fraction:
        return Fraction(self.rate_ppm, PPM_A_PERCENT)


@dataclass(frozen=True)
class EventLine:
    """An event with its voucher: number, state, and the amounts of its lines."""

    id: UUID
    kind: str
    sequence: int
    day: date
    voucher_id: UUID
    voucher: str
    state: str
    booked: date | None
    principal: int
    interest: int
    penalty: int
    turned: date | None
    payer: str
    payer_id: UUID | None
    note: str
    by: str

    @property
    def amount(self) -> int:
        return self.principal + self.interest + self.penalty

    def reckoned(self) -> Event | None:
        """As the domain reckons with it; None while its voucher is no record."""
        if self.booked is None or self.state not in (POSTED, TURNED):
            return None
        return Event(
            self.kind, self.sequence, self.day, self.booked, self.principal, self.interest, self.penalty, self.turned
        )


@dataclass(frozen=True)
class LoanCard:
    """A loan with all it is reckoned from; what it is on a day is asked with `on`."""

    id: UUID
    book_id: UUID
    number: int
    member_id: UUID
    member: str
    group_id: UUID | None
    group: str
    application_id: UUID | None
    terms: TermsLine
    plans: tuple[PlanLine, ...]
    events: tuple[EventLine, ...]

    @property
    def code(self) -> str:
        """The number as papers write it."""
        return loan_code(self.number)

    @property
    def waiting(self) -> EventLine | None:
        """The event whose voucher is still a draft."""
        return next((one for one in self.events if one.state == WAITING), None)

    @property
    def recorded(self) -> tuple[Event, ...]:
        return tuple(found for one in self.events if (found := one.reckoned()) is not None)

    def on(self, day: date) -> Life:
        """The loan at the end of a day."""
        return life([one.plan for one in self.plans], self.recorded, on=day)

    def outgrown(self, day: date) -> bool:
        """Whether a newer schedule no longer starts from what was owed: a payment from before it was turned back."""
        plan = self.on(day).plan
        before = [one for one in self.recorded if one.sequence <= plan.after and one.counts(day)]
        owed = sum(one.principal if one.kind == LENT else -one.principal for one in before)
        return plan.number > 1 and owed != plan.principal

    @property
    def begun(self) -> date | None:
        """The day its money was handed out or it was taken over; None before."""
        return min((one.booked for one in self.recorded if one.kind == LENT and one.turned is None), default=None)


@dataclass(frozen=True)
class LoanRow:
    """A loan in a list with its state on a day."""

    card: LoanCard
    life: Life
    code: str

    @property
    def late(self) -> int:
        return self.life.state.days_late


@dataclass(frozen=True)
class Clash:
    """A conflict of interest: its kind (lists/loan-conflicts), and who and what it is found by."""

    kind: str
    who: str
    says: str = ""


@dataclass(frozen=True)
class ConditionLine:
    """A condition of a borrower: met, not met or unanswered, and why."""

    code: str
    id: str
    en: str
    cite: str
    state: str
    why: str
    found: bool


@dataclass(frozen=True)
class Facts:
    """What an application rests on as found on a day: savings by account, arrears of the member and of the group."""

    on: date
    held: tuple[tuple[str, int], ...]
    arrears: int
    group_arrears: int
    clashes: tuple[Clash, ...]

    @property
    def savings(self) -> int:
        return sum(amount for _code, amount in self.held)


@dataclass(frozen=True)
class WaiverLine:
    """Who let a conflict in, and why."""

    by: str
    by_id: UUID
    on: date
    why: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class DecisionLine:
    """What was decided, with what it was decided on."""

    outcome: str
    amount: int | None
    months: int | None
    on: date
    why: str
    by: str
    basis: Mapping[str, Any]


@dataclass(frozen=True)
class ApplicationCard:
    """An application with its conditions and ceiling, explained from the facts of the day it was written."""

    id: UUID
    book_id: UUID
    member_id: UUID
    member: str
    group: str
    group_id: UUID | None
    terms: TermsLine
    applied_on: date
    amount: int
    months: int
    purpose: str
    collateral: str
    collateral_value: int | None
    made_by: str
    made_by_id: UUID
    made_at: datetime
    facts: Facts
    conditions: tuple[ConditionLine, ...]
    ceiling: Ceiling
    waivers: tuple[WaiverLine, ...]
    decision: DecisionLine | None
    loan_id: UUID | None

    @property
    def state(self) -> str:
        """waiting, approved, refused, withdrawn, or lent once there is a loan."""
        if self.loan_id is not None:
            return "lent"
        return self.decision.outcome if self.decision else "waiting"


@dataclass(frozen=True)
class ApplicationLine:
    """An application in the list."""

    id: UUID
    member: str
    product: str
    applied_on: date
    amount: int
    months: int
    state: str
