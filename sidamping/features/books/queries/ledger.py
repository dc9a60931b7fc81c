"""The ledger of one account between two days, page by page, each line with the balance after it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from sidamping.features.books.models import Account, Posting
from sidamping.features.books.queries.calling import AS_WRITTEN, called
from sidamping.features.books.queries.cards import account_of
from sidamping.features.books.queries.lines import LedgerLine, LedgerPage
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import readable, readable_by_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import PAGE_SIZE, page_of


def ledger(
    viewer: Viewer, book_id: UUID, code: str, *, since: date, until: date, after: str = "", size: int = PAGE_SIZE
) -> LedgerPage | None:
    """A page of an account's lines in order of day; None for a stranger and for an unknown account."""
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("book_id")))
    found = Account.objects.filter(book_id=book_id, book__in=readable(viewer), code=code)
    account = found.annotate(by_name=by_name).first()
    if account is None:
        return None
    own = Posting.objects.filter(account=account)
    rows = own.filter(day__range=(since, until)).select_related("voucher")
    page = page_of(rows, order=("day", "id"), after=after, size=size)
    opening = _before(own, since, page.rows)
    lines = _lines(page.rows, opening, by_name=account.by_name)
    return LedgerPage(account_of(account), opening, lines, page.next_key)


def _before(own: QuerySet[Posting], since: date, rows: tuple[Any, ...]) -> int:
    """The balance before the first line of the page, or before the first day when there is none."""
    earlier = Q(day__lt=since)
    if rows:
        earlier = Q(day__lt=rows[0].day) | Q(day=rows[0].day, pk__lt=rows[0].pk)
    return own.filter(earlier).aggregate(found=Sum("amount"))["found"] or 0


def _lines(rows: tuple[Any, ...], balance: int, *, by_name: bool) -> tuple[LedgerLine, ...]:
    found, beside = [], [row.voucher.lines for row in rows]
    told = called(rows[0].voucher.book_id, beside, by_name=by_name) if rows else AS_WRITTEN
    for row in rows:
        balance += row.amount
        number = written(row.voucher.kind, row.day, row.voucher.number)
        text = told.text(row.note or row.voucher.text, row.voucher.lines)
        member = told.of(str(row.member_id or ""))
        found.append(LedgerLine(row.voucher_id, number, row.day, text, member, row.amount, balance))
    return tuple(found)
