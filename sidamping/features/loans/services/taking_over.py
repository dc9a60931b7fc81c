"""Takes loans over that stand in the books already, and binds receipts that were written without their loan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.loans.life import LENT, PAID
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books.queries import Bound
from sidamping.features.loans.models import Event, Loan
from sidamping.features.loans.queries import LoanCard, TermsLine, every_terms, group_of, loan
from sidamping.features.loans.queries.offering import loan_of_receipt, only_running
from sidamping.features.loans.services.keeping import (
    add_event,
    kept,
    kept_loan,
    next_loan_number,
    payable_faults,
    tell,
)
from sidamping.features.loans.services.lending import NewPlan, keep_plan
from sidamping.features.parties.queries import party_names
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class TakenOver:
    """A loan that the books hold: whose, on which terms, in how many instalments from which day on."""

    member: UUID
    terms: UUID
    months: int
    first_due: date


@transaction.atomic
def take_over(*, by: Viewer, id: UUID, book: UUID, taken: TakenOver, now: datetime) -> UUID:
    """A loan out of the vouchers that moved the member's account of loans. Sent twice, it is one loan."""
    at = kept(by, book)
    take_turns(book)
    if Loan.objects.filter(pk=id, book_id=book).exists():
        return id
    terms = next((one for one in every_terms(by, book) if one.id == taken.terms), None)
    if terms is None:
        raise Refused(problem("BOOKS_018"))
    found = _free(book, terms, [taken.member])
    refuse_if(_faults(by, taken, terms, found))
    first, *rest = found
    principal = first.on(terms.loans_account, str(taken.member))
    group = group_of(book, taken.member)
    Loan.objects.create(
        id=id, book_id=book, number=next_loan_number(book), member_id=taken.member, terms_id=terms.id,
        group_id=group[0] if group else None, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    made = terms.made(principal, taken.months)
    plan = NewPlan(made, terms.rate_ppm, first.day, max(taken.first_due, first.day))
    keep_plan(by=by, id=uuid7(), loan=id, number=1, plan=plan, now=now)
    add_event(by=by, id=uuid7(), loan=id, kind=LENT, day=first.day, voucher=first.id, now=now)
    _bind(by, loan(by, id), rest, now)
    tell("taken_over", by, id, at, amount=principal)
    return id


@transaction.atomic
def bind_vouchers(*, by: Viewer, book: UUID, now: datetime) -> int:
    """Receipts on an account of loans are bound to the member's only running loan, if it may take them; how many."""
    at = kept(by, book)
    take_turns(book)
    owners = set(Loan.objects.filter(book_id=book).values_list("member_id", flat=True))
    bound = 0
    only = only_running(book, owners, by.on).values()
    for seen in sorted((one for one in only if _free(book, one.terms, [one.member_id])), key=lambda one: one.id):
        card, _at = kept_loan(by, seen.id)
        free = _free(book, card.terms, [card.member_id])
        found = [one for one in free if not any(payable_faults(by, card, one.day))]
        _bind(by, card, found, now)
        bound += len(found)
    if bound:
        tell("bound", by, book, at, count=bound)
    return bound


@transaction.atomic
def bind_voucher(*, by: Viewer, book: UUID, voucher: UUID, now: datetime) -> None:
    """One receipt, a draft too, is bound to the member's only running loan. Sent twice, it is bound once."""
    at = kept(by, book)
    take_turns(book)
    if Event.objects.filter(voucher=voucher, loan__book_id=book, kind=PAID).exists():
        return
    if (found := loan_of_receipt(book, voucher, by.on)) is not None:
        take_turns(found[0].id)
        found = loan_of_receipt(book, voucher, by.on)
    if found is None:
        raise Refused(problem("LOANS_049"))
    card, receipt = found
    refuse_if(payable_faults(by, card, receipt.day))
    _bind(by, card, [receipt], now)
    tell("bound", by, book, at, count=1)


def _free(book: UUID, terms: TermsLine, members: Sequence[UUID]) -> list[Bound]:
    """The vouchers on the account of these members that no loan of theirs is bound to, reversals aside."""
    taken = set(Event.objects.filter(loan__book_id=book, loan__member_id__in=members).values_list("voucher", flat=True))
    found = books.vouchers_on(book, terms.loans_account, members)
    return [one for one in found if one.id not in taken and not one.turns and one.turned is None]


def _bind(by: Viewer, card: LoanCard | None, found: Iterable[Bound], now: datetime) -> None:
    assert card is not None
    member, terms, owed = str(card.member_id), card.terms, card.on(by.on).owed
    faults: list[Problem] = []
    for one in found:
        amount = -one.on(terms.loans_account, member) - one.on(terms.interest_account, member)
        if not 0 < amount <= owed:
            told = {"amount": rupiah(amount), "loan": card.code, "owed": rupiah(owed)}
            faults.append(problem("LOANS_028", "", voucher=one.number, **told))
            continue
        owed -= amount
        add_event(by=by, id=uuid7(), loan=card.id, kind=PAID, day=one.day, voucher=one.id, now=now)
    refuse_if(faults)


def _faults(by: Viewer, taken: TakenOver, terms: TermsLine, found: Sequence[Bound]) -> list[Problem]:
    names = party_names([taken.member])
    amount = found[0].on(terms.loans_account, str(taken.member)) if found else 0
    faults = []
    if amount <= 0:
        day, name = found[0].day if found else by.on, names[taken.member].name if names else str(taken.member)
        faults.append(problem("LOANS_031", "member", name=name, amount=rupiah(amount), day=day))
    if taken.months > terms.most_months:
        told = {"months": str(taken.months), "most": str(terms.most_months), "product": terms.product}
        faults.append(problem("LOANS_024", "months", **told))
    return faults
