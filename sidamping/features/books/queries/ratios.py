"""The ratio table of a book at a day and over past years or months, with the figures that people stated (E12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

from sidamping.domain.ledger.chart import REAL
from sidamping.domain.ledger.entries import CLOSING
from sidamping.domain.ledger.statements import balance_sheet, surplus
from sidamping.domain.ledger.units import only
from sidamping.domain.periods import Month
from sidamping.domain.ratios.amounts import Amounts
from sidamping.domain.ratios.from_books import INVENTORY, amounts_of, line
from sidamping.domain.ratios.table import Computed, RatioTable, compute, promoted
from sidamping.features.books.models import Book, StatedFigure
from sidamping.features.books.queries import flows
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.finance import ratio_table
from sidamping.rules.trace import RuleRef

MOST_POINTS = 12


@dataclass(frozen=True)
class Stated:
    """A figure that the ledger cannot know: who stated it, when, and where it comes from."""

    name: str
    amount: int
    source: str
    by: str
    at: datetime


@dataclass(frozen=True)
class RatioReading:
    """The table at a day, what it is made of, and the same ratios at earlier days, oldest first."""

    at: date
    table: RatioTable
    rule: RuleRef
    lines: tuple[Computed, ...]
    promoted: bool | None
    stated: Mapping[str, Stated]
    days: tuple[date, ...]
    trends: Mapping[str, tuple[Fraction | None, ...]]


def ratios(viewer: Viewer, book_id: UUID, at: date, unit: str | None = None) -> RatioReading | None:
    """The table at a day with its trend, of the whole cooperative or of one unit ('' is all that no unit keeps).

    What people stated is of the whole. None for a stranger.
    """
    book = readable(viewer).filter(pk=book_id).first()
    if book is None:
        return None
    table, rule = ratio_table(at)
    days = _days(book, at)
    stated = stated_figures(book_id, {one.year for one in days}) if unit is None else {}
    reckoned = [compute(table, one) for one in ledger_amounts(book_id, days, stated, unit)]
    last = reckoned[-1]
    trends = {
        row.code: tuple(found[place].value for found in reckoned)
        for place, row in enumerate(table.rows)
    }
    return RatioReading(at, table, rule, last, promoted(table, last), stated.get(at.year, {}), days, trends)


def stated_figures(book_id: UUID, years: set[int]) -> dict[int, dict[str, Stated]]:
    """The latest figure of each name in each year; the caller has scoped the book."""
    rows = StatedFigure.objects.filter(book_id=book_id, year__in=years).select_related("stated_by")
    found: dict[int, dict[str, Stated]] = {}
    for row in rows.order_by("stated_at", "id"):
        one = Stated(row.name, row.amount, row.source, str(row.stated_by), row.stated_at)
        found.setdefault(row.year, {})[row.name] = one
    return found


def ledger_amounts(
    book_id: UUID, days: Sequence[date], stated: Mapping[int, Mapping[str, Stated]], unit: str | None = None
) -> list[Amounts]:
    """What the ratios are made of at each day; the caller has scoped the book."""
    chart, found = only(chart_of_book(book_id), unit), []
    for whole in flows.spans(book_id, [(day.replace(month=1, day=1), day) for day in days]):
        span = whole.of(chart)
        nominal = {code: one for code, one in span.without(CLOSING).items() if chart.accounts[code].group not in REAL}
        first = line(balance_sheet(chart, span.opened), INVENTORY)
        told = {name: one.amount for name, one in stated.get(span.until.year, {}).items()}
        found.append(amounts_of(balance_sheet(chart, span.at), surplus(chart, nominal), first, told))
    return found


def _days(book: Book, at: date) -> tuple[date, ...]:
    """Ends of the years of the book; of the months where the book has one year only."""
    years = [date(year, 12, 31) for year in range(max(book.starts.year, at.year - MOST_POINTS + 1), at.year)]
    if years:
        return *years, at
    found, month = [at], Month.of(at)
    while len(found) < MOST_POINTS and month.start > book.starts:
        found.append(month.start - timedelta(days=1))
        month = month.previous
    return tuple(reversed(found))
