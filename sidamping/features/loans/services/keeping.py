"""What every write of loans begins and ends with: the book of whoever may write in it, dates, and the activity row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.entries import GENERAL, Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.queries import KeptBook
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans.models import Event, Loan
from sidamping.features.loans.queries import LoanCard, loan
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def kept(by: Viewer, book_id: UUID) -> KeptBook:
    """The book when the viewer may write in it."""
    found = books.own_kept_book(by, book_id)
    if found is None:
        raise Refused(problem("BOOKS_018"))
    return found


def kept_loan(by: Viewer, loan_id: UUID) -> tuple[LoanCard, KeptBook]:
    """The loan as it stands once its lock is held, with its book."""
    take_turns(loan_id)
    found = loan(by, loan_id)
    if found is None:
        raise Refused(problem("BOOKS_018"))
    return found, kept(by, found.book_id)


def tell(verb: str, by: Viewer, subject: UUID, at: KeptBook, why: str = "", **data: Any) -> None:
    """The activity row of a write."""
    journal.record(
        f"loans.{verb}", by=by.user_id, subject=subject, why=why, regency=at.village_code[:5], book=str(at.id), **data
    )


def day_faults(day: date, first: date, by: Viewer, where: str = "day") -> Iterator[Problem]:
    """A day that has not come, or lies before the first possible one."""
    if not first <= day <= by.on:
        yield problem("LOANS_018", where, day=day, first=first, today=by.on)


def waiting_faults(card: LoanCard) -> Iterator[Problem]:
    """One draft at a time: the split between principal and interest of the next one rests on it."""
    if card.waiting is not None:
        yield problem("LOANS_016", "", voucher=card.waiting.voucher)


def payable_faults(by: Viewer, card: LoanCard, day: date) -> Iterator[Problem]:
    """What keeps a loan from taking money that came on a day."""
    yield from waiting_faults(card)
    held = card.on(by.on)
    if card.begun is None or not held.lent:
        yield problem("LOANS_017", "day", loan=card.code, day=day)
        return
    yield from day_faults(day, card.begun, by)
    if day < held.plan.since and held.plan.number > 1:
        yield problem("LOANS_019", "day", day=day, since=held.plan.since)


def open_day(by: Viewer, book_id: UUID, day: date) -> date:
    """The day on which the books take an entry of a value date: itself in an open month, else today."""
    card = books.book(by, book_id)
    closed = card.closed_until if card is not None else None
    return by.on if closed is not None and Month.of(day) <= closed else day


def draft(
    *, by: Viewer, id: UUID, book: UUID, kind: str, day: date, text: str, lines: tuple[Line, ...], now: datetime,
    nature: str = GENERAL,
) -> None:
    """The voucher as a draft of the books; Refused with everything that would keep it from being posted."""
    made = VoucherDraft(kind, day, text, tuple(one for one in lines if one.amount), nature)
    kept = bookkeeping.draft_voucher(by=by, id=id, book=book, draft=made, now=now)
    refuse_if(kept.problems)


def add_event(
    *, by: Viewer, id: UUID, loan: UUID, kind: str, day: date, voucher: UUID, now: datetime, payer: UUID | None = None,
    note: str = "",
) -> None:
    """Bind a voucher to the loan as its next event."""
    last = Event.objects.filter(loan_id=loan).order_by("-sequence").values_list("sequence", flat=True).first() or 0
    Event.objects.create(
        id=id, loan_id=loan, sequence=last + 1, kind=kind, day=day, voucher=voucher, payer_id=payer, note=note,
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip


def next_loan_number(book_id: UUID) -> int:
    """The number after the highest one given; the caller holds the turn of the book."""
    given = Loan.objects.filter(book_id=book_id).order_by("-number").values_list("number", flat=True)
    return (given.first() or 0) + 1
