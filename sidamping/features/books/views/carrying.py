"""The opening balance: typed on a page or uploaded as a workbook, kept as a draft with all its faults told at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.ledger.opening import OpeningRow, totals
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.books import queries, services
from sidamping.features.books.forms.carried import opening_book, read_opening
from sidamping.features.books.forms.carrying import CarryForm
from sidamping.features.books.queries import BookCard
from sidamping.features.books.queries.opening import opening_accounts, opening_members, opening_of
from sidamping.features.books.views.answers import own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import day_text


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, book: UUID) -> HttpResponse:
    """What the cooperative had on the first day of its book."""
    found = own_book(request, book)
    form = _form(request, book, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, found, form, wrong=request.method == "POST")
    return _kept(request, found, form, form.rows(), form.cleaned_data["id"], form.cleaned_data["seen"] or 0)


@allow(*roles.BOARD)
@require_POST
def opening_upload(request: HttpRequest, book: UUID) -> HttpResponse:
    """Take the amounts of a workbook into the draft, in the place of what stood there."""
    found = own_book(request, book)
    form, file = _form(request, book, None), request.FILES.get("file")
    if file is None:
        return _shown(request, found, form, [problem("SHEETS_009", "file")])
    state = opening_of(request.viewer, book)
    apart = opening_accounts(queries.chart_of_book(book))[1]
    try:
        rows = read_opening(file.read(), file.name or "", apart)
    except Refused as refused:
        return _shown(request, found, form, refused.problems)
    return _kept(request, found, form, rows, state.id or uuid7(), state.seen)


@allow(*roles.BOARD)
@require_safe
def opening_template(request: HttpRequest, book: UUID) -> FileResponse:
    """The workbook to fill in, with the accounts and members of this book."""
    found = own_book(request, book)
    whole, apart = opening_accounts(queries.chart_of_book(book))
    day = day_text(found.starts.start)
    made = opening_book(whole, apart, opening_members(request.viewer, book), day)
    return FileResponse(made, as_attachment=True, filename="saldo-awal.xlsx")


def _kept(
    request: HttpRequest, found: BookCard, form: CarryForm, rows: list[OpeningRow], id: UUID, seen: int
) -> HttpResponse:
    try:
        kept = services.draft_opening(by=request.viewer, id=id, book=found.id, rows=rows, now=request.now, seen=seen)
    except Refused as refused:
        return _shown(request, found, form, refused.problems)
    if kept.problems:
        return _shown(request, found, _form(request, found.id, None), kept.problems)
    said = _("Saldo awal seimbang dan tersimpan sebagai draf.")
    messages.success(request, f"{said} {queries.posting_words(request.viewer, found.party_id)}")
    return go(reverse("opening", args=[found.id]))


def _form(request: HttpRequest, book: UUID, typed: Any) -> CarryForm:
    state, chart = opening_of(request.viewer, book), queries.chart_of_book(book)
    whole, apart = opening_accounts(chart)
    members = opening_members(request.viewer, book)
    start = {"id": state.id or uuid7(), "seen": state.seen}
    return CarryForm(
        typed, initial=start, chart=chart, whole=whole, apart=apart, members=members, state=state
    )


def _shown(
    request: HttpRequest, found: BookCard, form: CarryForm, problems: Iterable[Problem] = (), wrong: bool = False
) -> HttpResponse:
    state, chart = form.state, form.chart
    assets, claims = totals(state.lines, chart)
    context = {
        "book": found, "form": form, "state": state, "assets": assets, "claims": claims, "apart": form.apart,
        "difference": abs(assets - claims), "many": not form.members and bool(form._numbers),
    }  # fmt: skip
    return page(request, "opening.html", context, problems, wrong=wrong)
