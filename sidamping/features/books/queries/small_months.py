"""What cash books of small businesses tell of whole months, for the monthly series of participants (C3, C4, S2).

Unscoped: the caller has scoped the businesses. A month without any entry tells nothing; one with entries but without
sales tells zero. Whether records were kept follows the rule in force at the end of the month.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from sidamping.domain.ledger.regularity import regularity
from sidamping.domain.periods import Month
from sidamping.features.books.models import HeadCount, Posting, Voucher
from sidamping.rules.charts import MICRO, chart_of
from sidamping.rules.finance import records_rule

FIRST = date(2026, 1, 1)
"""Days before take the rule of this day."""


@dataclass(frozen=True)
class BookedMonth:
    """A whole month of a cash book: sales, days with entries, whether that is regular, who worked at its end."""

    book_id: UUID
    month: Month
    turnover: int
    days: int
    regular: bool
    paid: int | None
    family: int | None


def booked_months(parties: Collection[UUID], on: date) -> Mapping[UUID, tuple[BookedMonth, ...]]:
    """The months that ended before a day, by business, oldest first; three statements for any number of businesses."""
    days = _days(parties, on)
    if not days:
        return {}
    sales, counts = _sales(parties), _counts(parties, on)
    return {
        party: tuple(_months(party, book, written, sales, counts.get(party, {}), on))
        for (party, book), written in days.items()
    }


def _months(
    party: UUID, book: UUID, written: set[date], sales: Mapping[tuple[UUID, Month], int],
    counts: Mapping[Month, tuple[int, int]], on: date,
) -> Iterator[BookedMonth]:
    for month, days in groupby(sorted(written), key=Month.of):
        if month.end < on:
            rule, _ = records_rule(max(month.next.start, FIRST))
            kept = regularity(written, month.next.start, rule).has_records
            paid, family = counts.get(month, (None, None))
            yield BookedMonth(book, month, sales.get((party, month), 0), len(list(days)), kept, paid, family)


def _days(parties: Collection[UUID], on: date) -> dict[tuple[UUID, UUID], set[date]]:
    """Business and book to the days with entries that nobody turned back."""
    rows = Voucher.objects.filter(
        book__party_id__in=list(parties), book__chart__startswith=f"{MICRO}/", posted=True, day__lt=on, reverses=None,
        reversed_by=None,
    )  # fmt: skip
    found: dict[tuple[UUID, UUID], set[date]] = {}
    for party, book, day in rows.values_list("book__party_id", "book_id", "day").distinct():
        found.setdefault((party, book), set()).add(day)
    return found


def _sales(parties: Collection[UUID]) -> dict[tuple[UUID, Month], int]:
    """Sales alone, with accounts added below them; other income is no turnover."""
    line = chart_of(MICRO, FIRST)[0].role("sales").line
    rows = Posting.objects.filter(
        account__book__party_id__in=list(parties), account__book__chart__startswith=f"{MICRO}/", account__line=line
    )
    found = rows.annotate(month=TruncMonth("day")).values_list("account__book__party_id", "month")
    return {(party, Month.of(month)): -amount for party, month, amount in found.annotate(amount=Sum("amount"))}


def _counts(parties: Collection[UUID], on: date) -> dict[UUID, dict[Month, tuple[int, int]]]:
    """The last count of each month."""
    rows = HeadCount.objects.filter(day__lt=on, book__party_id__in=list(parties)).order_by("day", "counted_at", "id")
    found: dict[UUID, dict[Month, tuple[int, int]]] = {}
    for party, day, paid, family in rows.values_list("book__party_id", "day", "paid", "family"):
        found.setdefault(party, {})[Month.of(day)] = paid, family
    return found
