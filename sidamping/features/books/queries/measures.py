"""What books tell of turnover, members and savings, for indicators: many parties at once, and the records behind each.

Scope inside: only books the viewer reads. A book in which nothing is posted yet is absent, never zero. Turnover is
business with members and others: other income, such as bank interest, is none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from sidamping.domain.ledger.chart import INCOME
from sidamping.domain.ledger.entries import CLOSING
from sidamping.domain.periods import Month
from sidamping.features.books.models import Account, Member, Posting
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer

TURNOVER, MEMBERS, SAVINGS = "turnover", "members", "savings"
SAVED = ("principal_savings", "mandatory_savings", "voluntary_savings", "time_deposits")
SALES = "sales"


@dataclass(frozen=True)
class Measured:
    """A party's book in a month: turnover of the month, members and what they hold in savings at its end."""

    party_id: UUID
    book_id: UUID
    turnover: int
    members: int
    savings: int


def measured(viewer: Viewer, month: Month) -> Mapping[UUID, Measured]:
    """By party, of every book the viewer reads in which something was posted up to the month; one statement."""
    kept = Exists(Posting.objects.filter(account__book=OuterRef("pk"), day__lte=month.end))
    rows = readable(viewer).filter(kept).annotate(
        turnover=_sum(_turnover(month)), held=_sum(_savings(month)), counted=_count(_members(month))
    )  # fmt: skip
    return {row.party_id: Measured(row.party_id, row.pk, -row.turnover, row.counted, -row.held) for row in rows}


def behind(viewer: Viewer, book_id: UUID, name: str, month: Month) -> tuple[UUID, ...]:
    """The records a figure was added up from: vouchers of turnover and savings, parties who are members."""
    if name not in BEHIND or not readable(viewer).filter(pk=book_id).exists():
        return ()
    rows, field = BEHIND[name]
    own = {"book": book_id} if name == MEMBERS else {"account__book": book_id}
    return tuple(rows(month).filter(**own).order_by(field).values_list(field, flat=True).distinct())


def _turnover(month: Month) -> QuerySet[Posting]:
    """Income of a scope in cooperatives, sales in small businesses; what closed a year is no turnover."""
    sales = Account.objects.filter(book=OuterRef("account__book"), role=SALES, scope="").values("line")
    rows = Posting.objects.filter(account__group=INCOME, day__range=(month.start, month.end))
    closing = Q(voucher__nature=CLOSING) | Q(voucher__reverses__nature=CLOSING)
    return rows.filter(~Q(account__scope="") | Q(account__line__in=Subquery(sales))).exclude(closing)


def _savings(month: Month) -> QuerySet[Posting]:
    """Everything on accounts of the lines that savings stand in."""
    lines = Account.objects.filter(book=OuterRef("account__book"), role__in=SAVED).values("line")
    return Posting.objects.filter(account__line__in=Subquery(lines), day__lte=month.end)


def _members(month: Month) -> QuerySet[Member]:
    return Member.objects.filter(Q(left=None) | Q(left__gt=month.end), joined__lte=month.end)


BEHIND: Mapping[str, tuple[Callable[[Month], QuerySet[Any]], str]] = {
    TURNOVER: (_turnover, "voucher_id"), SAVINGS: (_savings, "voucher_id"), MEMBERS: (_members, "party_id"),
}
"""Each figure with its records and what names them."""


def _sum(rows: QuerySet[Posting]) -> Any:
    own = rows.filter(account__book=OuterRef("pk")).order_by().values("account__book")
    return Coalesce(Subquery(own.annotate(found=Sum("amount")).values("found")), 0)


def _count(rows: QuerySet[Member]) -> Any:
    own = rows.filter(book=OuterRef("pk")).order_by().values("book")
    return Coalesce(Subquery(own.annotate(found=Count("pk")).values("found")), 0)
