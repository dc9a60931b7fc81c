"""How far a year is ready to be closed, what its closing would move, and whether the annual meeting approved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sidamping.domain.ledger.chart import REAL, Account
from sidamping.domain.ledger.entries import CLOSING
from sidamping.domain.periods import Month, Year
from sidamping.features.books.models import Period, Reopening, Voucher, YearApproval
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book, name_of
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class YearEnd:
    """A year of a book at its end: months before December that are open, drafts, the closing voucher if any.

    `moved` are income and expense accounts with what they carry, the normal side above zero.
    """

    year: int
    ended: bool
    open_months: tuple[Month, ...]
    drafts: int
    closing_id: UUID | None
    closing_seen: int
    closing_number: str
    moved: tuple[tuple[Account, int], ...]
    surplus: int
    december_closed: bool
    approved_on: date | None

    @property
    def ready(self) -> bool:
        return self.ended and not (self.open_months or self.drafts or self.closing_number or self.december_too_soon)

    @property
    def december_too_soon(self) -> bool:
        """Whether December was closed though income and expenses are not: its month has to be opened again."""
        return self.december_closed and bool(self.moved)


@dataclass(frozen=True)
class Approval:
    """The annual meeting's approval of a year: its day, the decision, and who recorded it."""

    on: date
    note: str
    by: str


@dataclass(frozen=True)
class ReopeningLine:
    """A request to open a month again, and whether somebody agreed."""

    id: UUID
    month: Month
    why: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    agreed_by: str
    agreed_at: datetime | None


def year_end(viewer: Viewer, book_id: UUID, year: int) -> YearEnd | None:
    """The year at its end; None for a stranger and for a year before the book."""
    book = _counted(viewer, year).filter(pk=book_id).first()
    if book is None or book.starts.year > year:
        return None
    day, moved = date(year, 12, 31), _moved(book_id, date(year, 12, 31))
    own = Voucher.objects.filter(book=book, day__range=(date(year, 1, 1), day))
    closing = own.filter(nature=CLOSING, reversed_by=None).order_by("-posted").first()
    closed = set(book.closed)
    months = [Month(year, one) for one in range(1, 12) if date(year, one, 1) >= book.starts]
    return YearEnd(
        year, viewer.on > day, tuple(one for one in months if one.start not in closed), book.drafts,
        closing.pk if closing else None, closing.revised if closing else 0,
        name_of(closing) if closing and closing.posted else "", moved,
        -sum(account.shown(amount) for account, amount in moved),
        date(year, 12, 1) in closed, book.approved_on,
    )  # fmt: skip


def approval(book_id: UUID, year: int) -> Approval | None:
    """By which decision a year's accounts were approved; None while they are not. The caller has scoped the book."""
    row = YearApproval.objects.filter(book_id=book_id, year=year).select_related("recorded_by").first()
    return Approval(row.approved_on, row.note, str(row.recorded_by)) if row is not None else None


def approval_at(book_id: UUID, at: date) -> Approval | None:
    """By which decision the accounts up to a day were approved; None within a year. The caller has scoped the book."""
    return approval(book_id, at.year) if at == Year.of(at).end else None


def approved_on(book_id: UUID, year: int) -> date | None:
    """When the annual meeting approved a year's accounts; None while it has not. The caller has scoped the book."""
    rows = YearApproval.objects.filter(book_id=book_id, year=year)
    return rows.values_list("approved_on", flat=True).first()


def _counted(viewer: Viewer, year: int) -> QuerySet[Any]:
    """The books the viewer reads, with the drafts, the closed months and the approval of a year."""
    vouchers = Voucher.objects.filter(book=OuterRef("pk"), day__year=year, posted=False).exclude(nature=CLOSING)
    drafts = vouchers.order_by().values("book").annotate(drafts=Count("pk")).values("drafts")
    closed = Period.objects.filter(book=OuterRef("pk"), closed_at__isnull=False, month__year=year).values("month")
    approved = YearApproval.objects.filter(book=OuterRef("pk"), year=year).values("approved_on")[:1]
    found: QuerySet[Any] = readable(viewer).annotate(
        drafts=Coalesce(Subquery(drafts), 0), closed=ArraySubquery(closed), approved_on=Subquery(approved)
    )
    return found


def reopenings(viewer: Viewer, book_id: UUID) -> tuple[ReopeningLine, ...]:
    """Every request to open a month of the book again, the newest first; nothing for a stranger."""
    rows = Reopening.objects.filter(period__book_id=book_id, period__book__in=readable(viewer))
    found = rows.select_related("period", "asked_by", "agreed_by").order_by("-asked_at")
    return tuple(
        ReopeningLine(row.pk, Month.of(row.period.month), row.why, row.asked_by_id, str(row.asked_by), row.asked_at,
                      str(row.agreed_by or ""), row.agreed_at)
        for row in found
    )


def _moved(book_id: UUID, day: date) -> tuple[tuple[Account, int], ...]:
    accounts = chart_of_book(book_id).accounts
    found = ((accounts[code], amount) for code, amount in sorted(sums(book_id, day).items()))
    return tuple((one, one.shown(amount)) for one, amount in found if one.group not in REAL)
