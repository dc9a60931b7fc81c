"""Hands an approved loan out: the loan, its first schedule, and the voucher as a draft for another person to post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import Line
from sidamping.domain.loans.life import LENT
from sidamping.domain.loans.schedule import Schedule
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import APPROVED, Application, Decision, Loan, Plan
from sidamping.features.loans.queries import LoanCard, TermsLine, application, loan, terms_line
from sidamping.features.loans.queries.lines import DISCARDED, loan_code
from sidamping.features.loans.services.keeping import (
    add_event,
    day_faults,
    draft,
    kept,
    next_loan_number,
    tell,
    waiting_faults,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class Handing:
    """When and from which purse the money goes out, and when the first instalment is due."""

    day: date
    first_due: date
    purse: str


@dataclass(frozen=True)
class NewPlan:
    """A schedule to be kept: how it was made, from which day, and after which event it takes payments."""

    made: Schedule
    rate_ppm: int
    since: date
    first_due: date
    after: int = 0
    carried: int = 0
    why: str = ""


@transaction.atomic
def disburse(*, by: Viewer, id: UUID, application: UUID, handing: Handing, now: datetime) -> UUID:
    """The loan; `id` names the voucher. Sent twice, it is handed out once; after a discarded draft, once more."""
    row, decision, at = _kept(by, application)
    take_turns(row.book_id)
    there = Loan.objects.filter(application=row).first()
    card = loan(by, there.pk) if there is not None else None
    if card is not None and any(one.voucher_id == id for one in card.events):
        return card.id
    terms = terms_line(row.terms)
    refuse_if(_faults(by, row, decision, card, handing))
    assert decision is not None and decision.amount is not None and decision.months is not None
    made = terms.made(decision.amount, decision.months)
    held = there or _loan(by, row, now)
    again = "Dicairkan ulang; draf yang pertama dihapus" if card is not None else ""
    after = max((one.sequence for one in card.events), default=0) if card else 0
    plan = NewPlan(made, terms.rate_ppm, handing.day, handing.first_due, after, why=again)
    keep_plan(by=by, id=uuid7(), loan=held.pk, number=len(card.plans) + 1 if card else 1, plan=plan, now=now)
    _voucher(by, id, row, held, decision.amount, terms, handing, now)
    add_event(by=by, id=id, loan=held.pk, kind=LENT, day=handing.day, voucher=id, now=now)
    tell("disbursed", by, held.pk, at, amount=decision.amount)
    return held.pk


def keep_plan(*, by: Viewer, id: UUID, loan: UUID, number: int, plan: NewPlan, now: datetime) -> None:
    """A schedule as it was made; interest carried over stands in its first instalment."""
    rows = [[one.principal, one.interest] for one in plan.made.rows]
    rows[0][1] += plan.carried
    terms = plan.made.terms
    Plan.objects.create(
        id=id, loan_id=loan, number=number, since=plan.since, after=plan.after, method=terms.method,
        rate_ppm=plan.rate_ppm, step=terms.step, principal=terms.principal, carried=plan.carried,
        first_due=plan.first_due, rows=rows, why=plan.why, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip


def _kept(by: Viewer, id: UUID) -> tuple[Application, Decision | None, KeptBook]:
    take_turns(id)
    if application(by, id) is None:
        raise Refused(problem("BOOKS_018"))
    row = Application.objects.select_related("terms__product", "member").get(pk=id)
    return row, Decision.objects.filter(application=row).first(), kept(by, row.book_id)


def _faults(
    by: Viewer, row: Application, decision: Decision | None, card: LoanCard | None, handing: Handing
) -> Iterator[Problem]:
    if decision is None or decision.outcome != APPROVED:
        yield problem("LOANS_014")
        return
    if card is not None:
        yield from waiting_faults(card)
        if any(one.state != DISCARDED for one in card.events):
            yield problem("LOANS_015", "", loan=card.code)
    yield from day_faults(handing.day, decision.on, by)
    if handing.first_due < handing.day:
        yield problem("LOANS_025", "first_due", first=handing.first_due, day=handing.day)


def _loan(by: Viewer, row: Application, now: datetime) -> Loan:
    return Loan.objects.create(
        id=uuid7(), book_id=row.book_id, number=next_loan_number(row.book_id), member_id=row.member_id,
        terms_id=row.terms_id, application=row, group_id=row.group_id, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip


def _voucher(
    by: Viewer, id: UUID, row: Application, held: Loan, amount: int, terms: TermsLine, handing: Handing, now: datetime
) -> None:
    lines = (Line(terms.loans_account, amount, str(row.member_id)), Line(handing.purse, -amount))
    text = f"Pencairan pinjaman {loan_code(held.number)} {row.member.name}"
    draft(by=by, id=id, book=row.book_id, kind="BKK", day=handing.day, text=text, lines=lines, now=now)
