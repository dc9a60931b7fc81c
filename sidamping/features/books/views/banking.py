"""Bank statements: upload, say which column is what, see what matches the book; drafts only on a click."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.ledger.plain import purses
from sidamping.domain.ledger.statement_lines import Csv, guessed_columns, read_csv
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms.banking import ColumnsForm, StatementForm
from sidamping.features.books.queries import BookCard, named
from sidamping.features.books.queries.banking import bank_desk, bank_mapping
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go

PREVIEW = 5


@allow(*READERS)
@require_safe
def bank(request: HttpRequest, book: UUID) -> HttpResponse:
    """The statements of an account by month, beside the book."""
    return _shown(request, found_book(request, book), None)


@allow(*roles.BOARD)
@require_POST
def bank_upload(request: HttpRequest, book: UUID) -> HttpResponse:
    """Take a CSV; where its columns are known from last time it is read at once."""
    found = own_book(request, book)
    form = StatementForm(request.POST, request.FILES, purses=_purses(book))
    if not form.is_valid():
        return _shown(request, found, form)
    account, file = form.cleaned_data["account"], form.cleaned_data["file"]
    content = file.read()
    try:
        table = read_csv(file.name or "", content)
    except Refused as refused:
        return _shown(request, found, form, refused.problems)
    known = bank_mapping(book, account)
    if known.get("head") == list(table.head):
        return _read(request, found, account, table, known["columns"], form)
    start = {"account": account, "name": file.name, "content": content.decode("utf-8-sig", "replace"),
             **(known.get("columns") or guessed_columns(table))}  # fmt: skip
    return _columns(request, found, ColumnsForm(initial=start, table=table), table)


@allow(*roles.BOARD)
@require_POST
def bank_columns(request: HttpRequest, book: UUID) -> HttpResponse:
    """Read the CSV by the columns that were chosen, and remember them."""
    found = own_book(request, book)
    sent = request.POST
    try:
        table = read_csv(sent.get("name", ""), sent.get("content", "").encode())
    except Refused as refused:
        return _shown(request, found, None, refused.problems)
    form = ColumnsForm(sent, table=table)
    if not form.is_valid():
        return _columns(request, found, form, table)
    return _read(request, found, form.cleaned_data["account"], table, form.columns(), form)


def _read(
    request: HttpRequest, found: BookCard, account: str, table: Csv, columns: dict[str, int],
    form: StatementForm | ColumnsForm,
) -> HttpResponse:
    try:
        new, known = services.read_statement(
            by=request.viewer, book=found.id, account=account, table=table, columns=columns, now=request.now
        )
    except Refused as refused:
        if isinstance(form, ColumnsForm):
            return _columns(request, found, form, table, refused.problems)
        return _shown(request, found, form, refused.problems)
    messages.success(request, _("%(new)s baris baru, %(known)s sudah ada.") % {"new": new, "known": known})
    return go(f"{reverse('bank', args=[found.id])}?rekening={account}")


def _columns(
    request: HttpRequest, found: BookCard, form: ColumnsForm, table: Csv, problems: Iterable[Problem] = ()
) -> HttpResponse:
    context = {"book": found, "form": form, "head": table.head, "rows": table.rows[:PREVIEW]}
    return page(request, "bank_columns.html", context, problems)


def _shown(
    request: HttpRequest, found: BookCard, form: StatementForm | None, problems: Iterable[Problem] = ()
) -> HttpResponse:
    held = _purses(found.id)
    asked = request.GET.get("rekening", "") or request.POST.get("account", "")
    account = next((one for one in held if one.code == asked), held[0] if held else None)
    desk = bank_desk(request.viewer, found.id, account.code, _month(request)) if account else None
    context: dict[str, Any] = {
        "book": found, "desk": desk, "account": account, "tabs": [(one.code, named(one)) for one in held],
        "form": form or StatementForm(purses=held, initial={"account": account.code if account else ""}),
    }  # fmt: skip
    return page(request, "bank.html", context, problems)


def _month(request: HttpRequest) -> Month | None:
    try:
        return Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        return None


def _purses(book: UUID) -> list[Any]:
    """Bank accounts first; cash on hand has no statement."""
    return [one for one in purses(queries.chart_of_book(book)) if one.role != "cash"]
