"""Reading a book line by line: the cash book by day, and the ledger of an account in the four textbook forms."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.books import queries
from sidamping.features.books.forms import SpanForm
from sidamping.features.books.queries import named
from sidamping.features.books.views.answers import READERS, found_book, page
from sidamping.features.books.views.ledgers import FORMS, columns
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def cash_book(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every movement of cash and bank by day with what is left."""
    found = found_book(request, book)
    form = SpanForm(request.GET, today=request.today)
    since, until = form.span
    read = queries.cash_book(request.viewer, book, since, until)
    purses = dict(queries.purses_to_choose(queries.chart_of_book(book)))
    context = {
        "book": found, "form": form, "read": read, "since": since, "until": until,
        "rows": [(one, purses[one.purse]) for one in read.lines] if read else [],
        "query": f"dari={since}&sampai={until}",
    }  # fmt: skip
    return page(request, "cash_book.html", context)


@allow(*READERS)
@require_safe
def account(request: HttpRequest, book: UUID, code: str) -> HttpResponse:
    """The ledger of an account: T, two columns, single or double balance."""
    found = found_book(request, book)
    form = SpanForm(request.GET, today=request.today)
    since, until = form.span
    read = queries.ledger(request.viewer, book, code, since=since, until=until, after=request.GET.get("after", ""))
    if read is None:
        raise Http404
    chosen = request.GET.get("bentuk", "")
    chosen = chosen if chosen in dict(FORMS) else FORMS[0][0]
    context = {
        "book": found, "read": read, "name": named(read.account), "form": form, "since": since, "until": until,
        "forms": FORMS, "chosen": chosen, "columns": columns(read, chosen), "page": read,
        "opening": read.account.shown(read.opening), "query": f"akun={code}&dari={since}&sampai={until}",
    }  # fmt: skip
    return page(request, "account.html", context)
