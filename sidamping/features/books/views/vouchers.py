"""One voucher: what it says in plain words and as a journal entry; posting, deleting a draft, turning it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.ledger.entries import CLOSING, OPENING
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms import ReverseForm
from sidamping.features.books.forms.changing import SeenForm, plain_words
from sidamping.features.books.forms.proofs import ProofForm
from sidamping.features.books.queries import CHECK, DRAFT, POSTED, BesideDraft, VoucherCard
from sidamping.features.books.queries.proofs import proofs_of
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.features.books.views.shown import is_plain, shown_changes, shown_lines
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_safe
def vouchers(request: HttpRequest, book: UUID) -> HttpResponse:
    """The vouchers of a book, newest day first; drafts apart."""
    found = found_book(request, book)
    state = request.GET.get("keadaan", "")
    tabs = [("", _("Semua")), *([(CHECK, _("Menunggu Anda"))] if found.may_write else []), (DRAFT, _("Draf")),
            (POSTED, _("Dibukukan"))]
    state = state if state in dict(tabs) else ""
    text = request.GET.get("q", "")[:80]
    rows = queries.vouchers(request.viewer, book, state=state, text=text, after=request.GET.get("after", ""))
    return page(request, "vouchers.html", {"book": found, "page": rows, "tabs": tabs, "state": state, "text": text})


@allow(*READERS)
@require_safe
def voucher(request: HttpRequest, voucher: UUID) -> HttpResponse:
    """One voucher."""
    return voucher_page(request, _found(request, voucher))


@allow(*roles.BOARD)
@require_POST
def voucher_act(request: HttpRequest, voucher: UUID) -> HttpResponse:
    """Post a draft, or delete it, as it was read."""
    card, form = own_voucher(request, voucher), SeenForm(request.POST)
    if not form.is_valid():
        return voucher_page(request, card, wrong=True)
    seen = form.cleaned_data["seen"]
    try:
        if request.POST.get("act") == "discard":
            services.discard_draft(by=request.viewer, voucher=voucher, seen=seen)
            messages.success(request, _("Draf dihapus."))
            return go(reverse("book", args=[card.book_id]))
        number = services.post_voucher(by=request.viewer, voucher=voucher, now=request.now, seen=seen)
    except Refused as refused:
        return voucher_page(request, card, refused.problems)
    messages.success(request, _("Dibukukan sebagai %(number)s.") % {"number": number})
    return go(reverse("voucher", args=[voucher]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def voucher_reverse(request: HttpRequest, voucher: UUID) -> HttpResponse:
    """Turn a posted voucher back by a new one."""
    card = own_voucher(request, voucher)
    day = card.day if card.nature in (OPENING, CLOSING) else request.today
    form = ReverseForm(request.POST or None, initial={"day": day})
    context = {"book": found_book(request, card.book_id), "voucher": card, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "reverse.html", context, wrong=request.method == "POST")
    seen = form.cleaned_data
    try:
        number = services.reverse_voucher(
            by=request.viewer, id=seen["id"], voucher=voucher, day=seen["day"], text=seen["text"], now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "reverse.html", context, refused.problems)
    messages.success(request, _("Dibalik oleh %(number)s.") % {"number": number})
    return go(reverse("voucher", args=[seen["id"]]))


def _found(request: HttpRequest, voucher: UUID) -> VoucherCard:
    found = queries.voucher(request.viewer, voucher)
    if found is None:
        raise Http404
    return found


def own_voucher(request: HttpRequest, voucher: UUID) -> VoucherCard:
    """The voucher when the viewer keeps its book; 404 for anybody else."""
    card = _found(request, voucher)
    own_book(request, card.book_id)
    return card


def voucher_page(
    request: HttpRequest, card: VoucherCard, problems: Iterable[Problem] = (), wrong: bool = False
) -> HttpResponse:
    """The page of a voucher with its proofs."""
    found, lines = found_book(request, card.book_id), shown_lines(card)
    is_draft = card.state == DRAFT
    beside = queries.beside_draft(request.viewer, card.id) if found.may_write and is_draft else BesideDraft()
    room = beside.room if card.revised == 1 else None  # changed here once, it is no room's
    refused = tuple(problems)
    lacking = services.draft_faults(by=request.viewer, voucher=card.id) if found.may_write and not refused else ()
    versions = (*queries.earlier_drafts(request.viewer, card), card)
    context: dict[str, Any] = {
        "book": found,
        "voucher": card,
        "lines": lines,
        "plain": is_plain(lines),
        "changes": shown_changes(versions),
        "change_url": "" if room else _change_url(card),
        "room": {"word": room.word, "url": reverse(room.page, args=[card.book_id])} if room else None,
        "template_url": _template_url(card) if found.may_write else "",
        "proofs": proofs_of(request.viewer, card.id),
        "proof_form": ProofForm(),
        "is_draft": is_draft,
        "lacking": lacking,
        "waits_for": ", ".join(beside.others) if card.made_by_id == request.viewer.user_id else "",
        "like": beside.like,
        "may_turn": card.state == POSTED and not card.reverses and not card.reversed_by,
    }
    return page(request, "voucher.html", context, refused, wrong=wrong)


def _change_url(card: VoucherCard) -> str:
    """Where the draft is changed: an opening balance on its own page; a closing is made anew instead."""
    if card.nature == OPENING:
        return reverse("opening", args=[card.book_id])
    return "" if card.nature == CLOSING else reverse("voucher_change", args=[card.id])


def _template_url(card: VoucherCard) -> str:
    """Where the voucher becomes a template; '' where its form could not hold it."""
    told = plain_words(card, queries.chart_of_book(card.book_id))
    return f"{reverse('template_add', args=[card.book_id, told.way])}?bukti={card.id}" if told else ""
