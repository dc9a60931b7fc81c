"""Reading a book: cash book by day, the ledger of an account in four forms, trial balance, balance sheet and PHU."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.books import queries
from sidamping.features.books.forms import DayForm, SpanForm
from sidamping.features.books.queries import named
from sidamping.features.books.views.answers import READERS, found_book, page
from sidamping.features.books.views.ledgers import FORMS, columns
from sidamping.features.books.views.sheets import balance_rows, surplus_rows
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def cash_book(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every movement of cash and bank by day with what is left."""
    found = found_book(request, book)
    form = SpanForm(request.GET)
    since, until = form.span(request.today)
    read = queries.cash_book(request.viewer, book, since, until)
    purses = {one.code: named(one) for one, _held in queries.purse_balances(book, until)}
    context = {"book": found, "form": form, "read": read, "since": since, "until": until, "purses": purses}
    return page(request, "cash_book.html", context)


@allow(*READERS)
@require_safe
def account(request: HttpRequest, book: UUID, code: str) -> HttpResponse:
    """The ledger of an account: T, two columns, single or double balance."""
    found = found_book(request, book)
    form = SpanForm(request.GET)
    since, until = form.span(request.today)
    read = queries.ledger(request.viewer, book, code, since=since, until=until, after=request.GET.get("after", ""))
    if read is None:
        raise Http404
    chosen = request.GET.get("bentuk", "")
    chosen = chosen if chosen in dict(FORMS) else FORMS[0][0]
    context = {
        "book": found, "read": read, "name": named(read.account), "form": form, "since": since, "until": until,
        "forms": FORMS, "chosen": chosen, "columns": columns(read, chosen), "page": read,
        "opening": read.account.shown(read.opening),
    }  # fmt: skip
    return page(request, "account.html", context)


@allow(*READERS)
@require_safe
def trial_balance(request: HttpRequest, book: UUID) -> HttpResponse:
    """All accounts with a balance at the end of a day; both sides add up to the same."""
    found, form, at = _of_day(request, book)
    read = queries.trial_balance(request.viewer, book, at)
    rows = [(one, named(one.account)) for one in read.rows] if read else []
    return page(request, "trial_balance.html", {"book": found, "form": form, "at": at, "read": read, "rows": rows})


@allow(*READERS)
@require_safe
def balance_sheet(request: HttpRequest, book: UUID) -> HttpResponse:
    """Assets against liabilities and equity, beside the end of the year before."""
    found, form, at = _of_day(request, book)
    read = queries.balance_sheets(request.viewer, book, at)
    title = _("Neraca")
    rows = balance_rows(read) if read else []
    context = {"book": found, "form": form, "at": at, "read": read, "rows": rows, "title": title}
    return page(request, "statement.html", context)


@allow(*READERS)
@require_safe
def surplus(request: HttpRequest, book: UUID) -> HttpResponse:
    """Perhitungan hasil usaha: from gross participation to the surplus, members and others apart."""
    found, form, at = _of_day(request, book)
    read = queries.surpluses(request.viewer, book, at)
    title = _("Perhitungan hasil usaha")
    rows = surplus_rows(read) if read else []
    context = {"book": found, "form": form, "at": at, "read": read, "rows": rows, "title": title}
    return page(request, "statement.html", context)


def _of_day(request: HttpRequest, book: UUID) -> tuple[queries.BookCard, DayForm, date]:
    form = DayForm(request.GET)
    return found_book(request, book), form, form.at(request.today)
