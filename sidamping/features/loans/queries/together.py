"""What one sum of money for all running loans of a member would do to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.domain.loans.spread import Claim, spread
from sidamping.domain.problems import Refused, problem
from sidamping.features.books.queries import readable_by_name
from sidamping.features.loans.models import Loan
from sidamping.features.loans.queries.cards import cards
from sidamping.features.loans.queries.lines import LoanCard
from sidamping.features.loans.queries.paying import Preview, fine_on, preview_payment
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Part:
    """A loan with its part of the money: fine, payment by its schedule (None where none is left), principal after."""

    card: LoanCard
    fine: int
    made: Preview | None
    left: int

    @property
    def amount(self) -> int:
        return self.fine + (self.made.amount if self.made else 0)


def loans_with(viewer: Viewer, id: UUID) -> tuple[LoanCard, ...]:
    """A loan, first, and every other loan of its member in the book by number; empty for a stranger."""
    same = Loan.objects.filter(pk=id, book_id=OuterRef("book_id"), member_id=OuterRef("member_id"))
    found = cards(Loan.objects.filter(Exists(same), book__in=readable_by_name(viewer)))
    return tuple(sorted(found, key=lambda one: one.id != id))


def running(found: tuple[LoanCard, ...], today: date) -> tuple[LoanCard, ...]:
    """Those that are still to be paid, by number."""
    return tuple(sorted((one for one in found if one.on(today).running), key=lambda one: one.number))


def has_others(card: LoanCard) -> bool:
    """Whether the member has another loan in the book, running or not; the caller has scoped it."""
    return Loan.objects.filter(book_id=card.book_id, member_id=card.member_id).exclude(pk=card.id).exists()


def claims(found: tuple[LoanCard, ...], day: date, today: date) -> tuple[Claim, ...]:
    """What each of them asks for on a day."""
    return tuple(Claim(one.code, fine_on(one, day), one.on(today).state.rows) for one in found)


def together(found: tuple[LoanCard, ...], day: date, amount: int, today: date) -> tuple[Part, ...]:
    """The money spread over the loans; Refused when it is too much, too little, or for one loan alone."""
    if len(found) < 2:
        raise Refused(problem("LOANS_046"))
    asked = claims(found, day, today)
    shares = spread(amount, asked)
    return tuple(
        _part(card, claim.fine, share, day, today) for card, claim, share in zip(found, asked, shares, strict=True)
    )


def _part(card: LoanCard, fine: int, share: int, day: date, today: date) -> Part:
    if not share:
        return Part(card, 0, None, card.on(today).state.balance)
    made = preview_payment(card, day, share, today)
    return Part(card, fine, made, made.difference.after.balance)
