"""The way from money that comes in to the loan it is for: a member's only running loan, and what is due on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.features.books.queries import Bound
from sidamping.features.loans.models import Event
from sidamping.features.loans.queries.cards import loans_of
from sidamping.features.loans.queries.lines import LoanCard
from sidamping.platform.database.ids import read_id


def only_running(book: UUID, members: Iterable[UUID], on: date) -> Mapping[UUID, LoanCard]:
    """By member the loan that is being paid back, of those who have exactly one, so that nothing has to be guessed;
    the caller has scoped the book."""
    running: dict[UUID, list[LoanCard]] = defaultdict(list)
    for one in loans_of(book, members):
        if one.on(on).running:
            running[one.member_id].append(one)
    return {member: held[0] for member, held in running.items() if len(held) == 1}


def loan_of_receipt(book: UUID, voucher: UUID, on: date) -> tuple[LoanCard, Bound] | None:
    """A receipt that pays back a member's only running loan and is bound to none; the caller has scoped the book."""
    found = books.bound(book, [voucher]).get(voucher)
    if found is None or found.turns or found.turned or Event.objects.filter(voucher=voucher).exists():
        return None
    members = {id for one in found.lines if (id := read_id(one.member))}
    paid = [one for one in only_running(book, members, on).values() if _pays(found, one)]
    return (paid[0], found) if len(paid) == 1 else None


def _pays(receipt: Bound, card: LoanCard) -> bool:
    back = receipt.on(card.terms.loans_account, str(card.member_id)) < 0
    return back and card.begun is not None and card.begun <= receipt.day


def due_on(card: LoanCard, day: date) -> int:
    """Everything late, or else the next instalment that is open."""
    left = [(one.due.day, one.open_principal + one.open_interest) for one in card.on(day).state.rows]
    due = [amount for due, amount in left if due <= day]
    coming = [amount for _due, amount in left if amount]
    return sum(due) or sum(coming[:1])


def receipt_of(card: LoanCard, parts: Mapping[str, int]) -> dict[str, int] | None:
    """Amounts by account as the form of a payment takes them, those left open aside; None for no instalment of it."""
    terms, saved = card.terms, books.chart_of_book(card.book_id).role("mandatory_savings").code
    if terms.loans_account not in parts:
        return None
    said = {
        "amount": parts[terms.loans_account] + parts.get(terms.interest_account, 0),
        "penalty": parts.get(terms.penalty_account, 0), "savings": parts.get(saved, 0),
    }  # fmt: skip
    return {name: amount for name, amount in said.items() if amount}
