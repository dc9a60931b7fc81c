"""The months of a book: they begin open and follow each other without a gap."""

from __future__ import annotations

from sidamping.domain.periods import Month
from sidamping.features.books.models import Book, Period


def begin_months(book: Book, until: Month) -> None:
    """Begin the months that are missing up to one; begun by two people at once, each exists once."""
    newest = Period.objects.filter(book=book).order_by("-month").values_list("month", flat=True)[0]
    last = Month.of(newest)
    while last < until:
        last = last.next
        Period.objects.bulk_create([Period(book=book, month=last.start)], ignore_conflicts=True)
