"""A month of a cooperative's book in the lines of the mentor's development report (E17, C3): for papers and indicators.

Unscoped: the caller has scoped the cooperative. Nothing posted yet is not zero: such a book tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from sidamping.domain.ledger.entries import CLOSING, OPENING
from sidamping.domain.ledger.monthly_lines import Told, flows, stocks
from sidamping.domain.ledger.units import only
from sidamping.domain.periods import Month
from sidamping.features.books.models import Book, Member, Period, Voucher
from sidamping.features.books.queries import flows as moving
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.rules.charts import MICRO

MEMBERS = "members"


@dataclass(frozen=True)
class BookLine:
    """A line: at or during the month, up to the month before, and the accounts; none for what the register tells."""

    now: int
    before: int
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True)
class BookMonth:
    """The lines of a month. `closed`: nobody posts in it any more; `drafts` of it are not in the lines.

    Flows up to the month before begin on `since`, the first day of the year or of the book.
    """

    book_id: UUID
    lines: Mapping[str, BookLine]
    closed: bool
    drafts: int
    since: date


def month_of_book(party: UUID, month: Month) -> BookMonth | None:
    """The month as the book of a cooperative tells it; None without a book, before it begins, and while it is empty."""
    row = _head(party, month)
    if row is None:
        return None
    chart, since = only(chart_of_book(row.pk), None), max(month.start.replace(month=1), row.starts)
    found = moving.spans(row.pk, [(month.start, month.end), (since, month.previous.end)])
    now, before = (one.of(chart) for one in found)
    if not now.at:
        return None
    beside = moving.cash_moves(row.pk, [now, before], chart)
    held = stocks(chart, now.at), stocks(chart, now.opened)
    moved = [
        flows(chart, span.without(OPENING, CLOSING), moves.flows)
        for span, moves in zip((now, before), beside, strict=True)
    ]
    lines = {**_paired(*held), **_paired(*moved)}
    if row.in_register:
        lines[MEMBERS] = BookLine(row.now, row.before)
    return BookMonth(row.pk, lines, bool(row.shut), row.waiting, since)


def _paired(now: Mapping[str, Told], before: Mapping[str, Told]) -> dict[str, BookLine]:
    return {key: BookLine(one.amount, before[key].amount, one.accounts) for key, one in now.items()}


def _head(party: UUID, month: Month) -> Any:
    """The book that has begun, with its register, the drafts of the month, and whether the month is closed."""
    rows = Book.objects.filter(party_id=party, starts__lte=month.start).exclude(chart__startswith=f"{MICRO}/")
    closed = Period.objects.filter(book=OuterRef("pk"), month=month.start, closed_at__isnull=False)
    drafts = Voucher.objects.filter(book=OuterRef("pk"), posted=False, day__range=(month.start, month.end))
    return rows.annotate(
        in_register=_counted(Member.objects), now=_members(month.end), before=_members(month.previous.end),
        waiting=_counted(drafts), shut=_counted(closed),
    ).first()  # fmt: skip


def _members(day: date) -> Any:
    return _counted(Member.objects.filter(Q(left=None) | Q(left__gt=day), joined__lte=day))


def _counted(rows: Any) -> Any:
    own = rows.filter(book=OuterRef("pk")).order_by().values("book")
    return Coalesce(Subquery(own.annotate(found=Count("pk")).values("found")), 0)
