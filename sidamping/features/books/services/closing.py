"""Closes the months of a book in their order, with the balances and a digest; reopening.py opens the last one again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Period, Voucher
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.entries import posted_entries
from sidamping.features.books.queries.rebuild import digest
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.features.books.services.months import begin_months
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def close_period(*, by: Viewer, book: UUID, month: Month, now: datetime) -> str:
    """The digest of the closed month; closed twice, it is closed once. Whoever is posting into it is waited for."""
    kept = kept_book(by, book)
    row = _locked(kept, month, by.on)
    if row.closed_at is not None:
        return row.digest
    refuse_if(_too_soon(by, kept, month))
    totals = sums(book, month.end)
    row.balances = totals
    row.digest = digest(posted_entries(book, month.start, month.end), totals, _digest_before(kept, month))
    row.closed_at, row.closed_by_id = now, by.user_id
    row.save()
    tell("closed", by, row.pk, kept, month=str(month), digest=row.digest)
    return row.digest


def _locked(book: Book, month: Month, today: date) -> Period:
    """The month, held; begun when nobody has written in it yet. Refused when the book has no such month."""
    if not book.starts <= month.start <= today:
        raise Refused(problem("BOOKS_030", "month", period=month, starts=Month.of(book.starts)))
    begin_months(book, month)
    return Period.objects.select_for_update().get(book=book, month=month.start)


def _too_soon(by: Viewer, book: Book, month: Month) -> list[Problem]:
    found = []
    if by.on <= month.end:
        found.append(problem("BOOKS_026", "month", period=month, day=month.end))
    earlier = Period.objects.filter(book=book, month__lt=month.start, closed_at=None).order_by("month").first()
    if earlier is not None:
        found.append(problem("BOOKS_022", "month", period=month, earlier=Month.of(earlier.month)))
    drafts = Voucher.objects.filter(book=book, posted=False, day__range=(month.start, month.end)).count()
    if drafts:
        found.append(problem("BOOKS_023", "month", period=month, count=drafts))
    return found


def _digest_before(book: Book, month: Month) -> str:
    rows = Period.objects.filter(book=book, month=month.previous.start)
    return rows.values_list("digest", flat=True).first() or ""
