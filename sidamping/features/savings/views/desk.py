"""Savings of a book at one sight: totals of the ledger, what is to do, and the members with what they saved."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.books import queries as books
from sidamping.features.savings import queries
from sidamping.features.savings.views.answers import READERS, found_book, page
from sidamping.platform.access.guard import allow


@allow(*READERS)
@require_safe
def savings(request: HttpRequest, book: UUID) -> HttpResponse:
    """Each kind of savings as the ledger has it; below, every member by number, for whoever may see them."""
    found, text = found_book(request, book), request.GET.get("q", "")[:80]
    rows = books.members_page(request.viewer, book, at=request.today, text=text, after=request.GET.get("after", ""))
    codes = {one.code for one in queries.savings_accounts(books.chart_of_book(book))}
    saved = [
        (one, [(books.named(account), amount) for account, amount in one.held if account.code in codes])
        for one in rows.rows
    ]
    context = {
        "book": found, "page": rows, "text": text, "rows": saved,
        "totals": [(one.code, books.named(one), held) for one, held in queries.totals(book, request.today)],
        "ready": bool(queries.products(request.viewer, book)),
    }  # fmt: skip
    return page(request, "desk.html", context)
