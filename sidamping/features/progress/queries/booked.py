"""The monthly series with what the cash book of the business knows: whole months nobody told, and gaps of told ones.

Reckoned on each look, never stored. What somebody told stays; where the book says otherwise both are shown (C3, C4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sidamping.features.books.queries import BookedMonth, booked_months
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress.queries.lines import MonthLine

CASH_BOOK, SEEN = "cash_book", "book"
Series = tuple[MonthLine, ...]


def with_books(cards: Sequence[EngagementCard], told: Mapping[UUID, Series], on: date) -> dict[UUID, Series]:
    """Each engagement's months, oldest first. Unscoped: the caller has scoped the cards."""
    books = booked_months({one.mentee_id for one in cards}, on)
    return {one.id: _merged(one.id, told.get(one.id, ()), books.get(one.mentee_id, ())) for one in cards}


def _merged(engagement: UUID, told: Series, booked: Sequence[BookedMonth]) -> Series:
    lines = {one.month: one for one in told}
    for one in booked:
        line = lines.get(one.month)
        lines[one.month] = _alone(engagement, one) if line is None else _beside(line, one)
    return tuple(line for _, line in sorted(lines.items()))


def _alone(engagement: UUID, one: BookedMonth) -> MonthLine:
    """A month that only the book knows."""
    return MonthLine(
        one.book_id, engagement, one.month, one.turnover, one.days, one.regular, None, SEEN if one.regular else "",
        one.paid, None, one.family, "", CASH_BOOK, one.month.end, "", None, by_link=False, replaces=None, why="",
        book=one.book_id,
    )  # fmt: skip


def _beside(line: MonthLine, one: BookedMonth) -> MonthLine:
    """What somebody told, its gaps filled by the book."""
    found = replace(line, book=one.book_id)
    if line.turnover is None:
        found = replace(found, turnover=one.turnover)
    elif line.turnover != one.turnover:
        found = replace(found, booked_turnover=one.turnover)
    if line.records_kept is None and one.regular:
        found = replace(found, daily_kept=True, days_recorded=one.days, proof=SEEN)
    if line.paid_workers is None and one.paid is not None:
        found = replace(found, workers_full=one.paid, workers_family=one.family)
    return found
