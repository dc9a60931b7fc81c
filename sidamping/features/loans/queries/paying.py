"""What a payment would do: how it is split, the fine of the day, and what it changes when it is dated back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.domain.loans.life import PAID, payments_of, penalty
from sidamping.domain.loans.state import Difference, Payment, back_dated
from sidamping.features.loans.queries.lines import LoanCard


@dataclass(frozen=True)
class Preview:
    """A payment before it is recorded; `moved` when earlier payments go elsewhere because of it."""

    day: date
    amount: int
    fine: int
    difference: Difference
    dated_back: bool

    @property
    def interest(self) -> int:
        return self.difference.interest

    @property
    def principal(self) -> int:
        return self.difference.principal


def preview_payment(card: LoanCard, day: date, amount: int, today: date) -> Preview:
    """The split by the schedule as the state of today holds it; Refused when it is more than is owed."""
    now = card.on(today)
    plans = [one.plan for one in card.plans]
    held = payments_of(now.plan, plans, [one for one in card.recorded if one.counts(today)])
    added = Payment(day, next_sequence(card), amount)
    made = back_dated(now.plan.dues, held, added, on=today)
    return Preview(day, amount, fine_on(card, day), made, any(one.day > day for one in held))


def fine_on(card: LoanCard, day: date) -> int:
    """The fine of a day for everything late, beyond what was fined before."""
    terms, held = card.terms, card.on(day)
    fined = [one for one in card.recorded if one.kind == PAID and one.penalty and one.counts(day)]
    charged = max((one.day for one in fined if one.day <= day), default=None)
    return penalty(held.state, ppm=terms.penalty_ppm, grace=terms.grace_days, charged=charged)


def next_sequence(card: LoanCard) -> int:
    return max((one.sequence for one in card.events), default=0) + 1

