"""The amounts that ratios are made of, out of the ledger of a book: of the whole cooperative or of one of its units."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.ledger.units import HEAD
from sidamping.domain.problems import Refused, problem
from sidamping.domain.ratios.amounts import Amounts
from sidamping.features.books import queries
from sidamping.features.books.forms.units import COOPERATIVE


def amounts_in_book(book: UUID, unit: str | None, on: date) -> Amounts:
    """At the end of a day, with what people stated of the whole. Refused for an unknown book or unit."""
    if not queries.is_book(book):
        raise Refused(problem("BOOKS_018"))
    asked = HEAD if unit == COOPERATIVE else unit
    if asked is not None and asked not in (HEAD, *queries.chart_of_book(book).units):
        raise Refused(problem("UNITS_007", "--unit", seen=asked[:20]))
    stated = queries.stated_figures(book, {on.year}) if asked is None else {}
    return queries.ledger_amounts(book, (on,), stated, asked)[0]
