"""Everything that keeps vouchers of a book from being posted, told at once.

Looks up months and members of the book once for all the vouchers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from uuid import UUID

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import OPENING, Entry, Line, faults
from sidamping.domain.ledger.opening import opening_faults
from sidamping.domain.ledger.units import unit_faults
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.models import Book, Period, Voucher
from sidamping.features.books.queries.cards import known_accounts, lines_of
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.months import begin_months
from sidamping.features.parties.queries import known_parties
from sidamping.platform.database.ids import read_id

UNBALANCED = ("BOOKS_004", "BOOKS_005")


class Judge:
    """Judges vouchers against the accounts, months and members that are there now."""

    def __init__(self, book: Book, today: date) -> None:
        self.book, self.today = book, today
        self.members: dict[str, bool] = {}

    def faults(self, id: UUID, entry: Entry) -> list[Problem]:
        """All the faults of one voucher's entry; where they stand is a field or 'lines[2]'."""
        self.look_up(entry.lines)
        found = faults(entry, self.chart, self._closed)
        if entry.kind == OPENING:
            found = [*(one for one in found if one.code not in UNBALANCED), *self._of_opening(id, entry.lines)]
        of_units = unit_faults(entry.number, entry.lines, self.chart)
        return [*self._of_head(entry), *found, *of_units, *self._strange(entry)]

    def look_up(self, lines: Iterable[Line]) -> None:
        """Which of the members are in the register; each is asked for once, and those of an import together."""
        asked = {one.member for one in lines if one.member and one.member not in self.members}
        if not asked:
            return
        ids = {member: id for member in asked if (id := read_id(member)) is not None}
        known = known_parties(ids.values()) if ids else frozenset()
        self.members.update({member: ids.get(member) in known for member in asked})

    def open_months(self, until: date) -> None:
        """Begin the months up to the last voucher's, so that each day has its month."""
        wanted = Month.of(until)
        if wanted.start not in self.closed:
            begin_months(self.book, wanted)

    @property
    def chart(self) -> Chart:
        return self.known[0]

    @cached_property
    def known(self) -> tuple[Chart, dict[str, int]]:
        return known_accounts(self.book.pk)

    @cached_property
    def closed(self) -> dict[date, bool]:
        rows = Period.objects.filter(book=self.book).values_list("month", "closed_at")
        return {month: closed_at is not None for month, closed_at in rows}

    def _of_head(self, entry: Entry) -> Iterator[Problem]:
        if not entry.text.strip():
            yield problem("BOOKS_016", "text", voucher=entry.number)
        if entry.day > self.today:
            yield problem("BOOKS_015", "day", voucher=entry.number, day=entry.day, today=self.today)
        if entry.day < self.book.starts:
            starts = Month.of(self.book.starts)
            yield problem("BOOKS_017", "day", voucher=entry.number, day=entry.day, starts=starts)

    def _of_opening(self, id: UUID, lines: tuple[Line, ...]) -> Iterator[Problem]:
        """Told in the words of the page that treasurers write it on; one opening balance counts, never two."""
        yield from opening_faults(lines, self.chart)
        others = Voucher.objects.filter(book=self.book, nature=OPENING, posted=True, reversed_by=None)
        if (other := others.exclude(pk=id).first()) is not None:
            yield problem("BOOKS_048", "", voucher=written(other.kind, other.day, other.number))

    def _closed(self, month: Month) -> bool:
        return self.closed.get(month.start, False)

    def _strange(self, entry: Entry) -> Iterator[Problem]:
        for at, one in enumerate(entry.lines, 1):
            if one.member and not self.members[one.member]:
                seen = one.member[:40]
                yield problem("BOOKS_014", f"{entry.number}[{at}]", voucher=entry.number, line=at, seen=seen)


def entry_of(row: Voucher) -> Entry:
    """A voucher as the domain knows it."""
    return Entry(written(row.kind, row.day, row.number), row.day, row.text, lines_of(row.lines), row.nature)
