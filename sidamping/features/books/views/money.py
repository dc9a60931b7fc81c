"""Money in, out and moved, written in plain words and kept as a draft until another person posts it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.ledger.plain import IN, MOVE, OUT
from sidamping.domain.ledger.units import facing
from sidamping.domain.money import grouped
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms import MoneyForm, MoveForm
from sidamping.features.books.forms.starting import start_of
from sidamping.features.books.queries import BookCard, TemplateLine
from sidamping.features.books.queries.banking import bank_line
from sidamping.features.books.services import Drafted
from sidamping.features.books.views.answers import own_book, page
from sidamping.features.books.views.unit_ways import entered_unit, entry_ways
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go

Templates = tuple[TemplateLine, ...]


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def money_in(request: HttpRequest, book: UUID) -> HttpResponse:
    """Uang masuk: a receipt that may mix several purposes."""
    found = own_book(request, book)
    offered = _offered(request, found, IN)
    return _written(request, found, _form(request, found, IN, offered), "money_in.html", offered)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def money_out(request: HttpRequest, book: UUID) -> HttpResponse:
    """Uang keluar: a payment that may mix several purposes."""
    found = own_book(request, book)
    offered = _offered(request, found, OUT)
    return _written(request, found, _form(request, found, OUT, offered), "money_out.html", offered)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def money_move(request: HttpRequest, book: UUID) -> HttpResponse:
    """Pindah uang: from cash to bank or back."""
    found = own_book(request, book)
    offered = queries.templates(found, MOVE)
    start = {"day": request.today, **_of_template(request, offered)}
    chart = queries.chart_of_book(book)
    form = MoveForm(request.POST or None, request.FILES or None, initial=start, chart=chart)
    return _written(request, found, form, "money_move.html", offered)


def _form(request: HttpRequest, found: BookCard, direction: str, offered: Templates) -> MoneyForm:
    viewer, line = request.viewer, _of_line(request, found.id) or _of_template(request, offered)
    members, chart = queries.members_to_choose(viewer, found.id, viewer.on), queries.chart_of_book(found.id)
    unit = chart.accounts[line["purse"]].unit if line else entered_unit(request, found)
    known: dict[str, Any] = {"chart": facing(chart, unit), "direction": direction, "members": members}
    start = {"day": viewer.on, **line}
    return MoneyForm(request.POST or None, request.FILES or None, initial=start, **known)


def _offered(request: HttpRequest, found: BookCard, direction: str) -> Templates:
    """The templates of the cooperative, or of the unit, whose money is written down."""
    accounts, unit = queries.chart_of_book(found.id).accounts, entered_unit(request, found)
    return tuple(one for one in queries.templates(found, direction) if accounts[one.told.purse].unit == unit)


def _of_template(request: HttpRequest, offered: Templates) -> dict[str, Any]:
    """What the template of the address fills in; nothing when there is no such one."""
    found = next((one for one in offered if one.key == request.GET.get("templat")), None)
    return {**start_of(found.told), "text": found.text} if found is not None else {}


def _of_line(request: HttpRequest, book: UUID) -> dict[str, Any]:
    """What a line of a bank statement says already, when the form was opened from it."""
    id = read_id(request.GET.get("baris", ""))
    found = bank_line(request.viewer, id) if id else None
    if found is None or found[0] != book:
        return {}
    _book, purse, line = found
    return {"day": line.day, "purse": purse, "text": line.text, "amount_1": grouped(abs(line.amount)), "line": line.id}


def _written(
    request: HttpRequest, found: BookCard, form: MoneyForm | MoveForm, template: str, offered: Templates
) -> HttpResponse:
    context = {"book": found, "form": form, "units": entry_ways(request, found),
               "own": [one for one in offered if one.own], "ready": [one for one in offered if not one.own],
               "chosen": request.GET.get("templat", "")}
    if request.method != "POST" or not form.is_valid():
        return page(request, template, context, wrong=request.method == "POST")
    seen = form.cleaned_data
    try:
        kept = services.draft_with_proof(
            by=request.viewer, id=seen["id"], book=found.id, draft=form.draft(), proof=seen["proof"], now=request.now,
            seen=seen["seen"] or 0, line=seen.get("line"),
        )  # fmt: skip
    except Refused as refused:
        return page(request, template, context, refused.problems)
    return told_drafted(request, found, seen["id"], kept, _("Tersimpan sebagai draf."))


def told_drafted(request: HttpRequest, found: BookCard, voucher: UUID, kept: Drafted, said: str) -> HttpResponse:
    """The page of the draft, which tells what it still lacks: `said`, and who posts it when it could be posted."""
    if kept.problems:
        messages.warning(request, _("Tersimpan sebagai draf. Ada yang perlu diperbaiki sebelum dibukukan."))
    else:
        messages.success(request, f"{said} {queries.posting_words(request.viewer, found.party_id)}")
    return go(reverse("voucher", args=[voucher]))
