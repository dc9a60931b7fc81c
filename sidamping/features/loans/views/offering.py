"""Shown inside pages of the books: the way to the loan whose instalment is being written down, or stands there."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.money import grouped, parse_rupiah
from sidamping.domain.problems import Refused
from sidamping.features.loans import services
from sidamping.features.loans.queries.offering import due_on, loan_of_receipt, only_running, receipt_of
from sidamping.features.loans.views.answers import own_book
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, tell_faults


@allow(*roles.BOARD)
@require_safe
def loan_offer(request: HttpRequest, book: UUID) -> HttpResponse:
    """The member's only running loan with what is due, where the form says an instalment; nothing otherwise."""
    at, member = own_book(request, book), read_id(request.GET.get("member", ""))
    card = only_running(at.id, [member], request.today).get(member) if member else None
    said = receipt_of(card, _parts(request.GET)) if card else None
    if card is None or said is None:
        return HttpResponse()
    kept = {name: request.GET[name] for name in ("day", "purse") if name in request.GET}
    asked = urlencode({**kept, **{name: grouped(amount) for name, amount in said.items()}})
    url = f"{reverse('loan_pay', args=[card.id])}?{asked}"
    return render(request, "loans/offer.html", {"loan": card, "due": due_on(card, request.today), "url": url})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_of_voucher(request: HttpRequest, book: UUID, voucher: UUID) -> HttpResponse:
    """On the page of a receipt: one button takes it as an instalment of the member's only running loan."""
    at = own_book(request, book)
    if request.method == "POST":
        try:
            services.bind_voucher(by=request.viewer, book=at.id, voucher=voucher, now=request.now)
            messages.success(request, _("Bukti ini tercatat sebagai angsuran pinjamannya."))
        except Refused as refused:
            tell_faults(request, refused.problems)
        return go(reverse("voucher", args=[voucher]))
    found = loan_of_receipt(at.id, voucher, request.today)
    return render(request, "loans/receipt.html", {"loan": found[0]}) if found else HttpResponse()


def _parts(sent: QueryDict) -> dict[str, int]:
    """What the rows of the form are for, summed up by account; an amount that is open, or cannot be read, is 0."""
    found: Counter[str] = Counter()
    for name in sent:
        if name.startswith("purpose_") and sent[name]:
            found[str(sent[name])] += _amount(sent.get(f"amount_{name.removeprefix('purpose_')}", ""))
    return found


def _amount(text: str) -> int:
    try:
        return parse_rupiah(text) or 0
    except ValueError:
        return 0
