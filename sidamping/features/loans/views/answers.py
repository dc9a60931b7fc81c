"""What the pages of loans share: who may look, the book or loan or 404, percentages in words, a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _

from sidamping.domain.scoring.numbers import written
from sidamping.features.books.queries import READERS
from sidamping.features.loans import queries
from sidamping.features.loans.queries import Desk, LoanCard, TermsLine
from sidamping.platform.http.answers import room_page
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, Value, write_book

__all__ = ["READERS", "found_desk", "found_loan", "own_desk", "own_loan", "page", "percent", "terms_words", "workbook"]

page = partial(room_page, "loans")
"""The answer to a form or an address."""


def found_desk(request: HttpRequest, book: UUID) -> Desk:
    """The book; a stranger is told that there is none."""
    found = queries.desk(request.viewer, book)
    if found is None:
        raise Http404
    return found


def own_desk(request: HttpRequest, book: UUID) -> Desk:
    """The book when the viewer keeps it."""
    found = found_desk(request, book)
    if not found.may_write:
        raise Http404
    return found


def found_loan(request: HttpRequest, loan: UUID) -> tuple[LoanCard, Desk]:
    """The loan with its book; a stranger is told that there is none."""
    found = queries.loan(request.viewer, loan)
    if found is None:
        raise Http404
    return found, found_desk(request, found.book_id)


def own_loan(request: HttpRequest, loan: UUID) -> tuple[LoanCard, Desk]:
    """The loan when the viewer keeps its book."""
    found, at = found_loan(request, loan)
    if not at.may_write:
        raise Http404
    return found, at


def percent(value: int | Fraction) -> str:
    """'1,5' for one and a half percent."""
    return written(value, 0)


def terms_words(terms: TermsLine) -> str:
    """The terms in one line: 'jasa 1% sebulan, tetap'."""
    told = {"rate": percent(terms.rate_month), "method": method_word(terms.method)}
    return _("jasa %(rate)s%% sebulan, %(method)s") % told


def method_word(code: str) -> str:
    """The way interest is reckoned, in one word."""
    words = {"flat": _("tetap"), "declining": _("menurun"), "annuity": _("anuitas")}
    return words[code]


def workbook(
    name: str, tab: str, title: str, lead: Sequence[str], columns: Iterable[tuple[str, Kind, int]],
    rows: Iterable[Sequence[Value]],
) -> FileResponse:
    """One table as a file to keep."""
    shaped = [Column(str(place), label, kind, width) for place, (label, kind, width) in enumerate(columns)]
    book = write_book([Table(tab=tab, columns=shaped, rows=rows, title=title, lead=lead)])
    return FileResponse(book, as_attachment=True, filename=name)
