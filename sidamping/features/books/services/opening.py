"""Opens the book of a cooperative, or the cash book of a small business, on a chart of the rulebook, which it keeps."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.chart import Account as ChartAccount
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.books.models import Account, Book, Period
from sidamping.features.books.queries.scope import keeps_small, writes
from sidamping.features.books.services.keeping import tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.charts import MICRO, chart_of


@transaction.atomic
def open_book(*, by: Viewer, id: UUID, cooperative: UUID, chart: str, starts: Month, now: datetime) -> UUID:
    """A book from a month on, with the accounts of the chart in force today. Sent twice, it is one book."""
    if not (keeps_small(by, cooperative) if chart == MICRO else writes(by, cooperative)):
        raise Refused(problem("BOOKS_065" if chart == MICRO else "BOOKS_018"))
    if starts.start > by.on:
        raise Refused(problem("BOOKS_031", "starts", period=starts))
    take_turns(cooperative)
    there = Book.objects.filter(party_id=cooperative).first()
    if there is not None:
        if there.pk == id:
            return id
        raise Refused(problem("BOOKS_025"))
    book = begin_book(by, id, cooperative, chart, starts, now)
    tell("opened", by, id, book, chart=book.chart, sha256=book.chart_sha256, starts=str(starts))
    return id


def begin_book(by: Viewer, id: UUID, cooperative: UUID, chart: str, starts: Month, now: datetime) -> Book:
    """The book with its accounts and its first month; the caller has checked who may and tells of it."""
    found, ref = chart_of(chart, by.on)
    version = ref.path.removeprefix("charts/").removesuffix(".yaml")
    book = Book.objects.create(
        id=id, party_id=cooperative, chart=version, chart_sha256=ref.sha256, starts=starts.start,
        opened_by_id=by.user_id, opened_at=now,
    )
    Account.objects.bulk_create(account_row(book, one) for one in found.accounts.values())
    Period.objects.create(book=book, month=starts.start)
    return book


def account_row(book: Book, one: ChartAccount) -> Account:
    """An account of a chart as a book keeps it."""
    return Account(
        book=book, code=one.code, name_id=one.id, name_en=one.en, group=one.group, line=one.line, contra=one.contra,
        scope=one.scope, per_member=one.per_member, cash=one.cash, role=one.role, header=one.header, unit=one.unit,
        pair=one.pair,
    )
