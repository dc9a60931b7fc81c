"""Takes one sum of money for all running loans of a member: one voucher, in which each line bears its loan's number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import CORRECTION, GENERAL, Line
from sidamping.domain.loans.life import PAID
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.queries.together import Part, loans_with, running, together
from sidamping.features.loans.services.keeping import add_event, draft, kept, open_day, payable_faults, tell
from sidamping.features.loans.services.paying import loan_lines, paid_text
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class Together:
    """Money for all loans of a member at once, fines included."""

    day: date
    amount: int
    purse: str
    note: str = ""


@transaction.atomic
def pay_together(*, by: Viewer, id: UUID, loan: UUID, payment: Together, now: datetime) -> UUID:
    """The draft of the receipt over the loans of whoever took `loan`; `id` names it. Sent twice, it is taken once."""
    found, at = _kept(by, loan)
    card, owing = found[0], running(found, by.on)
    if any(one.voucher_id == id for each in found for one in each.events):
        return id
    refuse_if([one for each in owing for one in payable_faults(by, each, payment.day)])
    parts = [one for one in together(owing, payment.day, payment.amount, by.on) if one.made]
    booked = open_day(by, card.book_id, payment.day)
    text = paid_text(", ".join(one.card.code for one in parts), card, payment.day, booked)
    draft(
        by=by, id=id, book=card.book_id, kind="BKM", day=booked, text=text, lines=_lines(parts, payment.purse), now=now,
        nature=GENERAL if booked == payment.day else CORRECTION,
    )  # fmt: skip
    for part in parts:
        add_event(
            by=by, id=uuid7(), loan=part.card.id, kind=PAID, day=payment.day, voucher=id, now=now, note=payment.note
        )
    told = {part.card.code: part.amount for part in parts}
    tell("paid_together", by, loan, at, payment.note, amount=payment.amount, day=str(payment.day), loans=told)
    return id


def _kept(by: Viewer, loan: UUID) -> tuple[tuple[LoanCard, ...], KeptBook]:
    """The loans of the member once all their locks are held, which are taken in one order; with the book."""
    found = loans_with(by, loan)
    if not found:
        raise Refused(problem("BOOKS_018"))
    at = kept(by, found[0].book_id)
    for one in sorted(one.id for one in found):
        take_turns(one)
    return loans_with(by, loan), at


def _lines(parts: list[Part], purse: str) -> tuple[Line, ...]:
    lines = [line for one in parts if one.made for line in loan_lines(one.card, one.made, one.fine, one.card.code)]
    return (Line(purse, -sum(one.amount for one in lines)), *lines)
