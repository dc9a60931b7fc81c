"""Time deposits with their state, read from the vouchers they are bound to: nominal is what those posted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from sidamping.domain.periods import after_months
from sidamping.domain.savings.deposits import penalty
from sidamping.domain.savings.products import Terms
from sidamping.features.books import queries as books
from sidamping.features.savings.models import Deposit, Payout
from sidamping.platform.access.viewer import Viewer

WAITING, RUNNING, MATURE, PAYING, PAID, GONE = "waiting", "running", "mature", "paying", "paid", "gone"
"""Draft not posted yet · saving · matured, not paid · payout drafted · paid back · draft deleted or turned back."""
SOON = 31


Kept = tuple[Deposit, Payout | None]


@dataclass(frozen=True)
class DepositLine:
    """A deposit as it stands on a day."""

    id: UUID
    book_id: UUID
    number: int
    member_id: UUID
    name: str
    opened: date
    matures: date
    months: int
    terms: Terms
    nominal: int
    state: str
    voucher: UUID
    voucher_number: str
    payout: UUID | None
    paid_on: date | None
    kept_back: int

    @property
    def live(self) -> bool:
        """Whether the money still lies with the cooperative."""
        return self.state in (RUNNING, MATURE, PAYING)

    @property
    def penalty(self) -> int:
        """What breaking it before its day costs."""
        return penalty(self.nominal, self.terms.break_ppm)


def deposits(viewer: Viewer, book_id: UUID, on: date) -> tuple[DepositLine, ...]:
    """The deposits of a book, those that mature first on top; nothing for a stranger."""
    rows = kept_deposits(viewer, book_id)
    return tuple(sorted(_lines(book_id, rows, on), key=lambda one: (not one.live, one.matures, one.number)))


def deposit(viewer: Viewer, id: UUID, on: date) -> DepositLine | None:
    """One deposit; None for a stranger."""
    rows = _rows(Deposit.objects.filter(pk=id, book__in=books.readable_by_name(viewer)))
    return _lines(rows[0][0].book_id, rows, on)[0] if rows else None


def next_deposit_number(book_id: UUID) -> int:
    """The number after the highest one; the caller has scoped the book."""
    given = Deposit.objects.filter(book_id=book_id).order_by("-number").values_list("number", flat=True)
    return (given.first() or 0) + 1


def kept_deposits(viewer: Viewer, book_id: UUID) -> list[Kept]:
    """The rows of a book with the payout that stands, for whoever asks for their vouchers together with others."""
    return _rows(Deposit.objects.filter(book_id=book_id, book__in=books.readable_by_name(viewer)))


def bound_ids(rows: Iterable[Kept]) -> set[UUID]:
    """The vouchers that rows are read from."""
    found = list(rows)
    return {row.voucher for row, _ in found} | {payout.voucher for _, payout in found if payout is not None}


def deposit_line(kept: Kept, vouchers: Mapping[UUID, books.Bound], on: date) -> DepositLine:
    """A row as its vouchers make it on a day."""
    row, payout = kept
    opening = vouchers.get(row.voucher)
    paying = vouchers.get(payout.voucher) if payout is not None else None
    paying = None if paying is not None and paying.turned else paying
    nominal = -opening.on(row.product.account, str(row.member_id)) if opening is not None else 0
    matures = after_months(row.opened, row.months)
    terms = Terms(row.opened, rate_ppm=row.rate_ppm, per=row.per, months=row.months, break_ppm=row.break_ppm)
    there = payout if paying is not None else None
    return DepositLine(
        row.pk, row.book_id, row.number, row.member_id, row.member.name, row.opened, matures, row.months, terms,
        nominal, _state(opening, paying, matures, on), row.voucher, opening.number if opening else "",
        there.voucher if there else None, there.day if there else None, there.penalty if there else 0,
    )  # fmt: skip


def _lines(book_id: UUID, rows: list[Kept], on: date) -> list[DepositLine]:
    vouchers = books.bound(book_id, bound_ids(rows)) if rows else {}
    return [deposit_line(one, vouchers, on) for one in rows]


def _rows(rows: QuerySet[Deposit]) -> list[Kept]:
    """In one query; of payouts only the one that is not undone."""
    standing = FilteredRelation("payouts", condition=Q(payouts__undone_at=None))
    found = rows.annotate(standing=standing)
    found = found.select_related("member", "product", "standing")  # type: ignore[misc]  # a filtered relation
    return [(row, getattr(row, "standing", None)) for row in found]


def _state(opening: books.Bound | None, paying: books.Bound | None, matures: date, on: date) -> str:
    if opening is None or opening.turned:
        return GONE
    if not opening.posted:
        return WAITING
    if paying is not None:
        return PAID if paying.posted else PAYING
    return MATURE if matures <= on else RUNNING
