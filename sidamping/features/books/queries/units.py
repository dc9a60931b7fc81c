"""The units of a book, and what the accounts between them hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.units import CAPITAL, CURRENT, HEAD, paired, savings_unit, seen_from
from sidamping.features.books.models import Unit
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class UnitLine:
    """A unit: its short name, its name, the chart it was opened on, and the capital it was given for good."""

    id: UUID
    code: str
    name: str
    chart: str
    capital: int


def savings_chart(book_id: UUID) -> Chart:
    """The accounts of a book as its unit of savings and loans sees them; the caller has scoped the book."""
    chart = chart_of_book(book_id)
    return seen_from(chart, savings_unit(chart))


def units(viewer: Viewer, book_id: UUID, at: date) -> tuple[UnitLine, ...]:
    """The units of a book with their capital at the end of a day; nothing for a stranger."""
    rows = list(Unit.objects.filter(book_id=book_id, book__in=readable(viewer)).order_by("code"))
    if not rows:
        return ()
    chart, held = chart_of_book(book_id), sums(book_id, at)
    return tuple(
        UnitLine(row.pk, row.code, row.name, row.chart, -held.get(paired(chart, row.code, CAPITAL)[0].code, 0))
        for row in rows
    )


def owed_between(book_id: UUID, at: date) -> tuple[tuple[str, str, int], ...]:
    """Who owes whom how much at the end of a day, HEAD the cooperative; the caller has scoped the book."""
    chart, held = chart_of_book(book_id), sums(book_id, at)
    owed = ((unit, -held.get(paired(chart, unit, CURRENT)[0].code, 0)) for unit in chart.units)
    return tuple((unit, HEAD, amount) if amount >= 0 else (HEAD, unit, -amount) for unit, amount in owed)
