"""Makes the schedule of a loan anew from what is still owed: one person proposes, another agrees or says no.

The old schedule stays readable with its payments, a refused proposal with its reason.
"""

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
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import Proposal
from sidamping.features.loans.queries import LoanCard, deciders_of, is_bound
from sidamping.features.loans.services.keeping import kept_loan, tell, waiting_faults
from sidamping.features.loans.services.lending import NewPlan, keep_plan
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Reschedule:
    """How the rest is to be paid from the day it is agreed to, and why."""

    months: int
    method: str
    first_due: date
    why: str


@transaction.atomic
def propose_schedule(*, by: Viewer, id: UUID, loan: UUID, asked: Reschedule, now: datetime) -> None:
    """The proposal of a new schedule; another person of the board decides. Sent twice, it is one."""
    card, at = kept_loan(by, loan)
    if Proposal.objects.filter(pk=id, loan_id=loan).exists():
        return
    waits = Proposal.objects.select_related("asked_by").filter(loan_id=loan, agreed__isnull=True).first()
    found = [problem("LOANS_041", "", name=str(waits.asked_by))] if waits else []
    refuse_if([*found, *_faults(by, card, asked)])
    Proposal.objects.create(
        id=id, loan_id=loan, months=asked.months, method=asked.method, first_due=asked.first_due,
        why=asked.why.strip(), asked_by_id=by.user_id, asked_at=now,
    )  # fmt: skip
    tell("schedule_proposed", by, loan, at, asked.why.strip(), months=asked.months)


@transaction.atomic
def decide_schedule(*, by: Viewer, id: UUID, agreed: bool, said: str, now: datetime) -> UUID:
    """The loan. Agreed to, what the books hold as owed gets the new schedule; interest due goes into its first part."""
    row = Proposal.objects.select_related("decided_by").filter(pk=id).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    card, at = kept_loan(by, row.loan_id)
    row.refresh_from_db()
    if row.agreed == agreed and row.decided_by_id == by.user_id:
        return row.loan_id
    asked = Reschedule(row.months, row.method, row.first_due, row.why)
    refuse_if([*_decided(row), *(_second(by, row, card, at) if agreed else _refusal(said)),
               *(_faults(by, card, asked) if agreed else ())])  # fmt: skip
    row.agreed, row.said, row.decided_by_id, row.decided_at = agreed, said.strip(), by.user_id, now
    row.save()
    if agreed:
        _keep(by, row, card, asked, now)
    tell("rescheduled" if agreed else "schedule_refused", by, row.loan_id, at, said.strip() or row.why,
         months=row.months, principal=card.on(by.on).booked)  # fmt: skip
    return row.loan_id


def _keep(by: Viewer, row: Proposal, card: LoanCard, asked: Reschedule, now: datetime) -> None:
    held, terms = card.on(by.on), card.terms
    made = schedule(Asked(held.booked, terms.rate_month, asked.months, asked.method, terms.step))
    plan = NewPlan(
        made, terms.rate_ppm, by.on, asked.first_due, max(one.sequence for one in card.events),
        open_interest(held.state), asked.why,
    )  # fmt: skip
    keep_plan(by=by, id=row.pk, loan=card.id, number=len(card.plans) + 1, plan=plan, now=now)


def _decided(row: Proposal) -> Iterator[Problem]:
    if row.agreed is not None:
        yield problem("LOANS_042", "", name=str(row.decided_by))


def _second(by: Viewer, row: Proposal, card: LoanCard, at: KeptBook) -> Iterator[Problem]:
    """Whoever proposed may only take it back; whoever is bound to the borrower leaves it to others."""
    if by.user_id == row.asked_by_id:
        others = deciders_of(at.party_id, row.asked_by_id, by.on)
        yield problem("LOANS_040", "", others=", ".join(others.values()) or str(_("pengurus lain")))
    elif is_bound(by, card.member_id):
        yield problem("LOANS_043", "", name=card.member)


def _refusal(said: str) -> Iterator[Problem]:
    if not said.strip():
        yield problem("GENERAL_001", "said", label=_("Alasan"))


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
