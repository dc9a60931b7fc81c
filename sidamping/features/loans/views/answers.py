"""What the pages of loans share: who may look, the book or loan or 404, percentages in words, a workbook."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.scoring.numbers import written
from sidamping.features.books import queries as books
from sidamping.features.books.queries import NAMERS, READERS, KeptBook
from sidamping.features.loans import queries
from sidamping.features.loans.queries import LoanCard, TermsLine
from sidamping.platform.http.answers import form_page, go, room_page, there

__all__ = [
    "NAMERS", "READERS", "drafted", "found_book", "found_loan", "own_book", "own_loan", "page", "percent",
    "terms_words",
]  # fmt: skip

page = partial(room_page, "loans")
"""The answer to a form or an address."""
answered = partial(form_page, "loans")
"""The same for a form that writes, and goes on to another page then."""


def found_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book; a stranger is told that there is none."""
    return there(books.kept_book(request.viewer, book))


def own_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book when the viewer keeps it."""
    return there(books.own_kept_book(request.viewer, book))


def found_loan(request: HttpRequest, loan: UUID) -> tuple[LoanCard, KeptBook]:
    """The loan with its book; a stranger is told that there is none."""
    found = there(queries.loan(request.viewer, loan))
    return found, found_book(request, found.book_id)


def own_loan(request: HttpRequest, loan: UUID) -> tuple[LoanCard, KeptBook]:
    """The loan when the viewer keeps its book."""
    found, at = found_loan(request, loan)
    if not at.may_write:
        raise Http404
    return found, at


def drafted(request: HttpRequest, at: KeptBook, voucher: UUID, said: str) -> HttpResponse:
    """On to the voucher, which says who posts it."""
    messages.success(request, f"{said} {books.posting_words(request.viewer, at.party_id)}")
    return go(reverse("voucher", args=[voucher]))


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
