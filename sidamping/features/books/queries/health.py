"""What the health form asks of a cooperative and its book knows: of the unit of savings and loans where there is one.

Unscoped: whoever asks has been let in to the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.ledger.chart import REAL
from sidamping.domain.ledger.entries import CLOSING
from sidamping.domain.ledger.health import health_amounts
from sidamping.domain.ledger.statements import balance_sheet, surplus
from sidamping.domain.ledger.units import only, savings_unit
from sidamping.features.books.models import Book
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.flows import spans


@dataclass(frozen=True)
class BookedHealth:
    """Amounts by the keys of the form at the end of a day; `unit` is '' where the whole book is one of savings."""

    book_id: UUID
    village_code: str
    unit: str
    at: date
    amounts: Mapping[str, int]


def booked_health(cooperative: UUID, at: date) -> BookedHealth | None:
    """The figures of a cooperative; None where it keeps no book here, or began it later."""
    book = Book.objects.select_related("party").filter(party_id=cooperative, starts__lte=at).first()
    if book is None:
        return None
    whole = chart_of_book(book.pk)
    unit = savings_unit(whole)
    chart = only(whole, unit or None)
    year = (date(at.year, 1, 1), at), (date(at.year - 1, 1, 1), date(at.year - 1, 12, 31))
    now, last = (one.of(chart) for one in spans(book.pk, year))
    nominal = {code: one for code, one in now.without(CLOSING).items() if chart.accounts[code].group not in REAL}
    made = health_amounts(balance_sheet(chart, now.at), surplus(chart, nominal), balance_sheet(chart, last.at))
    return BookedHealth(book.pk, book.party.village_id, unit, at, made)
