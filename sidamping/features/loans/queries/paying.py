"""What a payment would do: how it is split, the fine of the day, and what it changes when it is dated back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sidamping.domain.loans.life import PAID, Event, Plan, payments_of, penalty
from sidamping.domain.loans.state import Difference, Payment, back_dated, state
from sidamping.features.loans.queries.lines import LoanCard


@dataclass(frozen=True)
class Preview:
    """A payment before it is recorded. `given_back`: fines taken since for days that were not late after all; they
    count as paid on the loan."""

    day: date
    amount: int
    fine: int
    given_back: int
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
    counted = [one for one in card.recorded if one.counts(today)]
    held = payments_of(now.plan, [one.plan for one in card.plans], counted)
    added = Payment(day, next_sequence(card), amount)
    back = min(_given_back(card, now.plan, counted, held, added), max(now.owed - amount, 0)) if amount > 0 else 0
    made = back_dated(now.plan.dues, held, replace(added, amount=amount + back), on=today)
    return Preview(day, amount, fine_on(card, day), back, made, any(one.day > day for one in held))


def fine_on(card: LoanCard, day: date) -> int:
    """The fine of a day for everything late, beyond what was fined before."""
    terms, held = card.terms, card.on(day)
    fined = [one for one in _fined(card.recorded) if one.counts(day) and one.day <= day]
    return penalty(held.state, ppm=terms.penalty_ppm, grace=terms.grace_days, charged=_last(fined))


def next_sequence(card: LoanCard) -> int:
    """The number of the next event."""
    return max((one.sequence for one in card.events), default=0) + 1


def _given_back(
    card: LoanCard, plan: Plan, counted: Sequence[Event], held: Sequence[Payment], added: Payment
) -> int:
    """What later fines would have been less, had the payment been known on their days; never more than is left of
    them, and never below what would still have been due."""
    terms, found, left = card.terms, 0, _left(counted)
    handed = _handed(held, counted)
    for one in _fined(counted):
        if one.day <= added.day or one.sequence <= plan.after:
            continue
        before = [paid for paid in handed if (paid.day, paid.sequence) < (one.day, one.sequence)]
        charged = _last([other for other in _fined(counted) if other.sequence < one.sequence])
        known, due = (
            penalty(state(plan.dues, paid, on=one.day), ppm=terms.penalty_ppm, grace=terms.grace_days, charged=charged)
            for paid in (before, [*before, added])
        )
        found += max(min(known, left[one.sequence]) - due, 0)
    return found


def _handed(held: Sequence[Payment], counted: Sequence[Event]) -> list[Payment]:
    """The payments without the fines that were given back with them: that money came in later."""
    given = {one.sequence: -one.penalty for one in counted if one.penalty < 0}
    return [replace(one, amount=max(one.amount - given.get(one.sequence, 0), 1)) for one in held]


def _left(counted: Sequence[Event]) -> dict[int, int]:
    """What is left of each fine, by its number, after all that was given back: the oldest later fine first."""
    fines = _fined(counted)
    left = {one.sequence: one.penalty for one in fines}
    for given in (one for one in counted if one.kind == PAID and one.penalty < 0):
        rest = -given.penalty
        for one in fines:
            if one.day > given.day and one.sequence < given.sequence:
                taken = min(rest, left[one.sequence])
                left[one.sequence], rest = left[one.sequence] - taken, rest - taken
    return left


def _fined(events: Sequence[Event]) -> list[Event]:
    return [one for one in events if one.kind == PAID and one.penalty > 0]


def _last(events: Sequence[Event]) -> date | None:
    return max((one.day for one in events), default=None)
