"""A draft is changed by whoever keeps the book, on the form it was written on, until it is posted."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.ledger.entries import CLOSING, OPENING
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms import MoneyForm, MoveForm
from sidamping.features.books.forms.changing import HeadForm, money_form, plain_words
from sidamping.features.books.queries import POSTED, BookCard, VoucherCard
from sidamping.features.books.views.answers import own_book, page
from sidamping.features.books.views.money import told_drafted
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, there

DraftForm = MoneyForm | MoveForm | HeadForm


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def voucher_change(request: HttpRequest, voucher: UUID) -> HttpResponse:
    """The draft in its form again; who is told that somebody changed or posted it meanwhile keeps what was typed."""
    card = there(queries.voucher(request.viewer, voucher))
    found = own_book(request, card.book_id)
    if card.nature == OPENING:
        return go(reverse("opening", args=[card.book_id]))
    if card.nature == CLOSING or (card.state == POSTED and request.method != "POST"):
        return go(reverse("voucher", args=[voucher]))
    if request.method != "POST" and (room := queries.beside_draft(request.viewer, card.id).room):
        return go(reverse(room.page, args=[card.book_id]))
    form = _form(request, found, card)
    context = {"book": found, "voucher": card, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "voucher_change.html", context)
    seen = form.cleaned_data
    try:
        kept = services.change_draft(
            by=request.viewer, voucher=voucher, draft=form.draft(), proof=seen["proof"], now=request.now,
            seen=seen["seen"] or 0,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "voucher_change.html", context, refused.problems)
    return told_drafted(request, found, voucher, kept, _("Perubahan tersimpan."))


def _form(request: HttpRequest, found: BookCard, card: VoucherCard) -> DraftForm:
    chart, sent = queries.chart_of_book(found.id), (request.POST or None, request.FILES or None)
    start = {"id": card.id, "seen": card.revised, "day": card.day, "text": card.text}
    told = plain_words(card, chart)
    if told is None:
        return HeadForm(*sent, initial=start, card=card)
    members = dict(queries.members_to_choose(request.viewer, found.id, request.viewer.on))
    if told.member:
        members.setdefault(told.member, card.called.get(told.member, told.member))  # who left since stays chosen
    return money_form(told, chart, tuple(members.items()), *sent, start=start)
