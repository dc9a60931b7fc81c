"""How much of a plan was done, month by month, as registers and the mentor's logbook tell it; nothing is typed (E3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from sidamping.domain.periods import Year
from sidamping.features.books import queries as books
from sidamping.features.fieldwork import queries as fieldwork
from sidamping.features.registers import queries as registers

JOINED, VISITS = "joined", "visits"
Done = Mapping[tuple[str, int], int]
"""Code of lists/plan-counts and month to how often."""


def done_in(book: UUID, party: UUID, year: int, codes: Collection[str]) -> Done:
    """What the records count in a year; the caller has scoped the book."""
    whole, found = Year(year), {}
    if JOINED in codes:
        days = (one.joined for one in books.member_register(book) if one.joined in whole)
        found.update(_by_month(JOINED, days))
    if VISITS in codes:
        found.update(_by_month(VISITS, fieldwork.days_visited(party, whole.start, whole.end)))
    written = sorted(set(codes) - {JOINED, VISITS})
    if written:
        for code, lines in registers.entries_in(book, written, whole.start, whole.end).items():
            found.update(_by_month(code, (one.day for one in lines)))
    return found


def _by_month(code: str, days: Iterable[date]) -> dict[tuple[str, int], int]:
    return {(code, month): count for month, count in Counter(day.month for day in days).items()}
