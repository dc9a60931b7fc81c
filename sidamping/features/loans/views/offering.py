"""Shown inside money in of the books: the way to the loan whose instalment is being written down."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sidamping.domain.money import grouped, parse_rupiah
from sidamping.features.loans.queries.offering import due_on, only_running, receipt_of
from sidamping.features.loans.views.answers import own_book
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id


@allow(*roles.BOARD)
@require_safe
def loan_offer(request: HttpRequest, book: UUID) -> HttpResponse:
    """The member's only running loan with what is due, where the form says an instalment; nothing otherwise."""
    at, member = own_book(request, book), read_id(request.GET.get("member", ""))
    card = only_running(at.id, member, request.today) if member else None
    said = receipt_of(card, _parts(request.GET)) if card else None
    if card is None or said is None:
        return HttpResponse()
    kept = {name: request.GET[name] for name in ("day", "purse") if name in request.GET}
    asked = urlencode({**kept, **{name: grouped(amount) for name, amount in said.items()}})
    url = f"{reverse('loan_pay', args=[card.id])}?{asked}"
    return render(request, "loans/offer.html", {"loan": card, "due": due_on(card, request.today), "url": url})


def _parts(sent: QueryDict) -> dict[str, int]:
    """What the rows of the form are for, by account; an amount that is open, or cannot be read, is 0."""
    rows = {name.removeprefix("purpose_"): str(sent[name]) for name in sent if name.startswith("purpose_")}
    return {account: _amount(sent.get(f"amount_{row}", "")) for row, account in rows.items() if account}


def _amount(text: str) -> int:
    try:
        return parse_rupiah(text) or 0
    except ValueError:
        return 0
