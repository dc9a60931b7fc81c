"""Makes the schedule of a loan anew from what is still owed. The old one stays readable with its payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.loans.life import open_interest
from sidamping.domain.loans.schedule import schedule
from sidamping.domain.loans.terms import Terms as Asked
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.loans.models import Plan
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.services.keeping import kept_loan, tell, waiting_faults
from sidamping.features.loans.services.lending import NewPlan, keep_plan
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Reschedule:
    """How the rest is to be paid from today on, and why."""

    months: int
    method: str
    first_due: date
    why: str


@transaction.atomic
def reschedule(*, by: Viewer, id: UUID, loan: UUID, asked: Reschedule, now: datetime) -> None:
    """A new schedule of what the books hold as owed; interest due and unpaid goes into its first instalment."""
    card, at = kept_loan(by, loan)
    if Plan.objects.filter(pk=id, loan_id=loan).exists():
        return
    held = card.on(by.on)
    refuse_if(_faults(by, card, asked))
    made = schedule(Asked(held.booked, card.terms.rate_month, asked.months, asked.method, card.terms.step))
    plan = NewPlan(
        made, card.terms.rate_ppm, by.on, asked.first_due, max(one.sequence for one in card.events),
        open_interest(held.state), asked.why.strip(),
    )  # fmt: skip
    keep_plan(by=by, id=id, loan=loan, number=len(card.plans) + 1, plan=plan, now=now)
    tell("rescheduled", by, loan, at, asked.why.strip(), months=asked.months, principal=held.booked)


def _faults(by: Viewer, card: LoanCard, asked: Reschedule) -> Iterator[Problem]:
    yield from waiting_faults(card)
    if card.on(by.on).booked <= 0:
        yield problem("LOANS_030", "", loan=card.code)
    if asked.months > card.terms.most_months:
        told = (asked.months, card.terms.most_months, card.terms.product)
        yield problem("LOANS_024", "months", months=told[0], most=told[1], product=told[2])
    if asked.first_due < by.on:
        yield problem("LOANS_025", "first_due", first=asked.first_due, day=by.on)
    if not asked.why.strip():
        yield problem("GENERAL_001", "why", label=_("Alasan"))
