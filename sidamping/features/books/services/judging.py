"""Everything that keeps vouchers of a book from being posted, told at once.

Looks up months and members of the book once for all the vouchers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

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

    def faults(self, row: Voucher) -> list[Problem]:
        """All the faults of one voucher; where they stand is a field or 'lines[2]'."""
        name, lines = written(row.kind, row.day, row.number), lines_of(row.lines)
        self.look_up(lines)
        entry = Entry(name, row.day, row.text, lines, row.nature)
        found = faults(entry, self.chart, self._closed)
        if row.nature == OPENING:
            found = [*(one for one in found if one.code not in UNBALANCED), *self._of_opening(row, lines)]
        of_units = unit_faults(name, lines, self.chart)
        return [*self._of_head(row, name), *found, *of_units, *self._strange(name, lines)]

    def look_up(self, lines: Iterable[Line]) -> None:
        """Which of the members are in the register; each is asked for once, and those of an import together."""
        asked = {one.member for one in lines if one.member and one.member not in self.members}
        ids = {member: id for member in asked if (id := read_id(member)) is not None}
        known = known_parties(ids.values()) if ids else frozenset()
        self.members.update({member: ids.get(member) in known for member in asked})

    def open_months(self, rows: Iterable[Voucher]) -> None:
        """Begin the months up to the last voucher's, so that each day has its month."""
        wanted = Month.of(max(row.day for row in rows))
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

    def _of_head(self, row: Voucher, name: str) -> Iterator[Problem]:
        if not row.text.strip():
            yield problem("BOOKS_016", "text", voucher=name)
        if row.day > self.today:
            yield problem("BOOKS_015", "day", voucher=name, day=row.day, today=self.today)
        if row.day < self.book.starts:
            yield problem("BOOKS_017", "day", voucher=name, day=row.day, starts=Month.of(self.book.starts))

    def _of_opening(self, row: Voucher, lines: tuple[Line, ...]) -> Iterator[Problem]:
        """Told in the words of the page that treasurers write it on; one opening balance counts, never two."""
        yield from opening_faults(lines, self.chart)
        others = Voucher.objects.filter(book=self.book, nature=OPENING, posted=True, reversed_by=None)
        if (other := others.exclude(pk=row.pk).first()) is not None:
            yield problem("BOOKS_048", "", voucher=written(other.kind, other.day, other.number))

    def _closed(self, month: Month) -> bool:
        return self.closed.get(month.start, False)

    def _strange(self, name: str, lines: Iterable[Line]) -> Iterator[Problem]:
        for at, one in enumerate(lines, 1):
            if one.member and not self.members[one.member]:
                yield problem("BOOKS_014", f"{name}[{at}]", voucher=name, line=at, seen=one.member[:40])
