"""What cash books of small businesses tell of whole months, for the monthly series of participants (C3, C4, S2).

Unscoped: the caller has scoped the businesses. A month without any entry tells nothing; one with entries but without
sales tells zero. Whether records were kept follows the rule in force at the end of the month.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.regularity import regularity
from sidamping.domain.periods import Month
from sidamping.rules.charts import MICRO
from sidamping.rules.finance import records_rule

FIRST = date(2026, 1, 1)
"""Days before take the rule of this day."""
TOLD = """
WITH small AS (SELECT id, party_id FROM books_book WHERE party_id = ANY(%(parties)s) AND chart LIKE %(chart)s)
SELECT small.party_id, small.id, v.day, coalesce(-sum(p.amount) FILTER (WHERE a.line = s.line), 0)::bigint,
    bool_or(v.reverses_id IS NULL AND o.id IS NULL), NULL::int, NULL::int, NULL::timestamptz
FROM small JOIN books_voucher v ON v.book_id = small.id JOIN books_posting p ON p.voucher_id = v.id
    JOIN books_account a ON a.id = p.account_id LEFT JOIN books_voucher o ON o.reverses_id = v.id
    JOIN books_account s ON s.book_id = small.id AND s.role = 'sales'
WHERE v.posted AND v.day < %(on)s GROUP BY small.party_id, small.id, v.day
UNION ALL
SELECT small.party_id, small.id, h.day, 0, false, h.paid, h.family, h.counted_at
FROM small JOIN books_headcount h ON h.book_id = small.id WHERE h.day < %(on)s ORDER BY 3, 8
"""
"""By day: sales of the account of sales and those added below it, whether an entry was written that nobody turned
back; and each count of workers."""


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


@dataclass
class _Told:
    """What one book tells: sales and counts by month, days with entries."""

    sales: dict[Month, int] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)
    counts: dict[Month, tuple[int, int]] = field(default_factory=dict)


def booked_months(parties: Collection[UUID], on: date) -> Mapping[UUID, tuple[BookedMonth, ...]]:
    """The months that ended before a day, by business, oldest first; one statement for any number of businesses."""
    return {party: tuple(_months(book, told, on)) for (party, book), told in _read(parties, on).items()}


def _months(book: UUID, told: _Told, on: date) -> Iterator[BookedMonth]:
    for month, days in groupby(sorted(told.days), key=Month.of):
        if month.end < on:
            rule, _ = records_rule(max(month.next.start, FIRST))
            kept = regularity(told.days, month.next.start, rule).has_records
            paid, family = told.counts.get(month, (None, None))
            yield BookedMonth(book, month, told.sales.get(month, 0), len(list(days)), kept, paid, family)


def _read(parties: Collection[UUID], on: date) -> dict[tuple[UUID, UUID], _Told]:
    found: dict[tuple[UUID, UUID], _Told] = {}
    with connection.cursor() as cursor:
        cursor.execute(TOLD, {"parties": list(parties), "chart": f"{MICRO}/%", "on": on})
        for party, book, day, sold, written, paid, family, _at in cursor.fetchall():
            told, month = found.setdefault((party, book), _Told()), Month.of(day)
            told.sales[month] = told.sales.get(month, 0) + sold
            if written:
                told.days.add(day)
            if paid is not None:
                told.counts[month] = paid, family
    return found
