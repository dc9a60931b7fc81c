"""What the registers say about a book year: members, officers, mandatory books, decisions, important events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sidamping.domain.periods import Month, Year, long_day
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook, MemberRow
from sidamping.features.meetings.models import Meeting
from sidamping.features.meetings.queries.composing.words import WRITTEN_IN, named
from sidamping.features.parties import queries as parties
from sidamping.features.registers import queries as registers
from sidamping.features.registers.queries import EntryLine

BOARD_BOOK, SUPERVISORS_BOOK, EVENTS_BOOK = "board-decisions", "supervisor-decisions", "events"


@dataclass(frozen=True)
class Institution:
    """A cooperative in a book year: members before, who came and went, offices, mandatory books, written lines."""

    year: int
    before: int
    joined: int
    left: int
    officers: tuple[tuple[str, str, str], ...]
    books_there: int
    books_all: int
    meetings: int
    written: Mapping[str, tuple[EntryLine, ...]]
    monthly: tuple[tuple[str, int], ...]

    @property
    def after(self) -> int:
        return self.before + self.joined - self.left


def institution(book: KeptBook, year: int, held: date) -> Institution:
    """The year as the registers have it, the mandatory books as on the day of its meeting; the book is scoped."""
    whole, rows = Year(year), books.member_register(book.id)
    states, _cited = registers.book_states(book.id, held, book.village_code)
    officers = parties.board_on(book.party_id, whole.end)
    return Institution(
        year, members_on(rows, whole.start - timedelta(days=1)),
        sum(one.joined in whole for one in rows), sum(one.left is not None and one.left in whole for one in rows),
        tuple((named("board-positions", one.position), one.name, long_day(one.ends, WRITTEN_IN)) for one in officers),
        sum(one.state in registers.HERE for one in states), len(states),
        Meeting.objects.filter(book_id=book.id, day__year=year, closed_at__isnull=False).count(),
        registers.entries_in(book.id, (BOARD_BOOK, SUPERVISORS_BOOK, EVENTS_BOOK), whole.start, whole.end),
        tuple((month.label(WRITTEN_IN), members_on(rows, month.end)) for month in months_of(book, year)),
    )  # fmt: skip


def members_on(rows: tuple[MemberRow, ...], day: date) -> int:
    """How many are members at the end of a day: whoever leaves on it has left."""
    return sum(one.joined <= day and (one.left is None or one.left > day) for one in rows)


def months_of(book: KeptBook, year: int) -> list[Month]:
    """The months of the year that the book has."""
    return [month for month in Year(year).months() if month.end >= book.starts]
