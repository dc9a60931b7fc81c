"""The ledger of one account between two days, page by page, each line with the balance after it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from sidamping.features.books.models import Account, Posting
from sidamping.features.books.queries.cards import account_of
from sidamping.features.books.queries.lines import LedgerLine, LedgerPage
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import PAGE_SIZE, page_of


def ledger(
    viewer: Viewer, book_id: UUID, code: str, *, since: date, until: date, after: str = "", size: int = PAGE_SIZE
) -> LedgerPage | None:
    """A page of an account's lines in order of day; None for a stranger and for an unknown account."""
    account = Account.objects.filter(book_id=book_id, book__in=readable(viewer), code=code).first()
    if account is None:
        return None
    own = Posting.objects.filter(account=account)
    rows = own.filter(day__range=(since, until)).select_related("voucher", "member")
    page = page_of(rows, order=("day", "id"), after=after, size=size)
    opening = _before(own, since, page.rows)
    return LedgerPage(account_of(account), opening, _lines(page.rows, opening), page.next_key)


def _before(own: QuerySet[Posting], since: date, rows: tuple[Any, ...]) -> int:
    """The balance before the first line of the page, or before the first day when there is none."""
    earlier = Q(day__lt=since)
    if rows:
        earlier = Q(day__lt=rows[0].day) | Q(day=rows[0].day, pk__lt=rows[0].pk)
    return own.filter(earlier).aggregate(found=Sum("amount"))["found"] or 0


def _lines(rows: tuple[Any, ...], balance: int) -> tuple[LedgerLine, ...]:
    found = []
    for row in rows:
        balance += row.amount
        number = written(row.voucher.kind, row.day, row.voucher.number)
        member = row.member.name if row.member else ""
        found.append(
            LedgerLine(row.voucher_id, number, row.day, row.note or row.voucher.text, member, row.amount, balance)
        )
    return tuple(found)
