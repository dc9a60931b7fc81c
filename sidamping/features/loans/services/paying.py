"""Takes payments: the split follows the schedule, the voucher is a draft, and one entry mends what does not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.entries import CORRECTION, GENERAL, Line
from sidamping.domain.loans.life import MENDED, PAID
from sidamping.domain.loans.state import too_much
from sidamping.domain.money import rupiah
from sidamping.domain.periods import short_day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.loans.models import Event
from sidamping.features.loans.queries import LoanCard, companions
from sidamping.features.loans.queries.paying import Preview, fine_on, preview_payment
from sidamping.features.loans.services.keeping import (
    add_event,
    draft,
    kept_loan,
    open_day,
    payable_faults,
    tell,
    waiting_faults,
)
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class PaymentDraft:
    """Money for a loan: the amount for principal and interest; fine and mandatory savings apart. `payer` stands in."""

    day: date
    amount: int
    purse: str
    penalty: int | None = None
    savings: int = 0
    payer: UUID | None = None
    note: str = ""


@transaction.atomic
def pay(*, by: Viewer, id: UUID, loan: UUID, payment: PaymentDraft, now: datetime) -> UUID:
    """The draft of the receipt; `id` names it. The same payment sent twice is taken once."""
    card, at = kept_loan(by, loan)
    if _taken(card, id):
        return id
    faults = taking_faults(by, card, payment.day, payment.amount)
    faults += fine_faults(by, card, payment.day, payment.penalty, payment.note)
    refuse_if([*faults, *_payer_faults(card, payment)])
    made = preview_payment(card, payment.day, payment.amount, by.on)
    fine = made.fine if payment.penalty is None else payment.penalty
    booked = open_day(by, card.book_id, payment.day)
    draft(
        by=by, id=id, book=card.book_id, kind="BKM", day=booked, text=paid_text(card.code, card, payment.day, booked),
        lines=_lines(card, payment, made, fine), now=now, nature=GENERAL if booked == payment.day else CORRECTION,
    )  # fmt: skip
    add_event(
        by=by, id=id, loan=loan, kind=PAID, day=payment.day, voucher=id, now=now, payer=payment.payer,
        note=payment.note.strip(),
    )  # fmt: skip
    tell("paid", by, loan, at, payment.note.strip(), amount=payment.amount, day=str(payment.day))
    return id


@transaction.atomic
def mend(*, by: Viewer, id: UUID, loan: UUID, now: datetime) -> UUID:
    """One entry of today that brings the books to what the schedule says, between principal and interest."""
    card, at = kept_loan(by, loan)
    if _taken(card, id):
        return id
    refuse_if(waiting_faults(card))
    if card.outgrown(by.on):
        raise Refused(problem("LOANS_039", "", loan=card.code))
    apart = card.on(by.on).difference
    if not apart:
        raise Refused(problem("LOANS_020", "", loan=card.code))
    member, terms = str(card.member_id), card.terms
    lines = (Line(terms.loans_account, apart, member), Line(terms.interest_account, -apart, member))
    text = f"Selisih angsuran {card.code} {card.member}"
    draft(by=by, id=id, book=card.book_id, kind="BM", day=by.on, text=text, lines=lines, now=now, nature=CORRECTION)
    add_event(by=by, id=id, loan=loan, kind=MENDED, day=by.on, voucher=id, now=now)
    tell("mended", by, loan, at, amount=apart)
    return id


def _taken(card: LoanCard, id: UUID) -> bool:
    """Whether this was sent before; Refused when the id belongs to something else."""
    if any(one.id == id for one in card.events):
        return True
    if Event.objects.filter(pk=id).exists():
        raise Refused(problem("LOANS_021", "id", seen=id))
    return False


def taking_faults(by: Viewer, card: LoanCard, day: date | None, amount: int | None) -> list[Problem]:
    """What keeps a loan from taking so much money that came on a day; what a form could not read is None."""
    held = card.on(by.on)
    found = list(payable_faults(by, card, day) if day else waiting_faults(card))
    if amount is not None and card.begun is not None and held.lent:
        over = too_much(day or by.on, amount, held.owed - held.coming, held.coming)
        found += [over] if over else []
    return found


def fine_faults(by: Viewer, card: LoanCard, day: date | None, fine: int | None, note: str) -> list[Problem]:
    """Another fine than the one of the day says why; nothing where the day cannot be judged."""
    if day is None or fine is None or note.strip() or card.begun is None or not card.begun <= day <= by.on:
        return []
    due = fine_on(card, day) if card.on(by.on).lent else fine
    return [] if fine == due else [problem("LOANS_022", "note", amount=rupiah(fine), due=rupiah(due))]


def _payer_faults(card: LoanCard, payment: PaymentDraft) -> Iterator[Problem]:
    known = companions(card.group_id, card.member_id) if card.group_id else ()
    if payment.payer is not None and str(payment.payer) not in dict(known):
        yield problem("LOANS_027", "payer", name=_("Orang ini"), day=payment.day)


def _lines(card: LoanCard, payment: PaymentDraft, made: Preview, fine: int) -> tuple[Line, ...]:
    """The purse against principal, interest, fine and savings, each in the member's name."""
    saved = books.chart_of_book(card.book_id).role("mandatory_savings").code
    lines = (*loan_lines(card, made, fine), Line(saved, -payment.savings, str(card.member_id)))
    return (Line(payment.purse, -sum(one.amount for one in lines)), *lines)


def loan_lines(card: LoanCard, made: Preview, fine: int, note: str = "") -> tuple[Line, ...]:
    """Principal, interest and fine of a payment; a fine may be given back."""
    terms = card.terms
    parts = (
        (terms.loans_account, made.principal), (terms.interest_account, made.interest),
        (terms.penalty_account, fine - made.given_back),
    )
    return tuple(Line(account, -amount, str(card.member_id), note) for account, amount in parts)


def paid_text(loans: str, card: LoanCard, day: date, booked: date) -> str:
    """What the voucher of a payment says."""
    valued = "" if booked == day else f", dibayar {short_day(day)}"
    return f"Angsuran {loans} {card.member}{valued}"
