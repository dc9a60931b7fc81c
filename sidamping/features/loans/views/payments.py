"""Taking a payment with its split shown before, mending a difference, and making the schedule anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.money import grouped, rupiah
from sidamping.domain.periods import after_months
from sidamping.domain.problems import Refused
from sidamping.features.books import queries as books
from sidamping.features.loans import queries, services
from sidamping.features.loans.forms import AgreeForm, MendForm, PayForm, RescheduleForm
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.queries.offering import due_on
from sidamping.features.loans.queries.paying import fine_on, preview_payment
from sidamping.features.loans.queries.together import has_others
from sidamping.features.loans.views.answers import answered, drafted, own_loan, page, percent
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, tell_faults

CARRIED = ("day", "amount", "penalty", "savings", "purse")
"""Fields of a payment that an address may fill in."""


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_pay(request: HttpRequest, loan: UUID) -> HttpResponse:
    """Take a payment. 'Hitung dahulu' shows the split and what a day gone by changes, and keeps nothing."""
    card, at = own_loan(request, loan)
    known: dict[str, Any] = {
        "chart": books.chart_of_book(card.book_id),
        "payers": queries.companions(card.group_id, card.member_id) if card.group_id else (),
    }
    sent = request.POST if request.method == "POST" else None
    form = PayForm(sent, initial=_start(card, request), fined=_fined(card, request), **known)
    context = {
        "book": at, "loan": card, "form": form, "life": card.on(request.today), "others": has_others(card),
    }  # fmt: skip
    if sent is None:
        return page(request, "pay.html", context)
    sound, seen = form.is_valid(), form.cleaned_data
    faults = services.taking_faults(request.viewer, card, seen.get("day"), seen.get("amount"))
    only_shown = request.POST.get("act") == "hitung"
    if not only_shown:
        faults += services.fine_faults(request.viewer, card, seen.get("day"), seen.get("penalty"), seen.get("note", ""))
    if not sound or (faults and only_shown):
        return page(request, "pay.html", context, faults)
    try:
        if only_shown:
            context["preview"] = preview_payment(card, seen["day"], seen["amount"], request.today)
            return page(request, "pay.html", context)
        id = services.pay(by=request.viewer, id=seen["id"], loan=loan, payment=form.payment(), now=request.now)
    except Refused as refused:
        return page(request, "pay.html", context, refused.problems)
    return drafted(request, at, id, _("Draf angsuran dibuat."))


@allow(*roles.BOARD)
@require_POST
def loan_mend(request: HttpRequest, loan: UUID) -> HttpResponse:
    """Draft the one entry that brings books and schedule together."""
    _card, at = own_loan(request, loan)
    form = MendForm(request.POST)
    try:
        if form.is_valid():
            id = services.mend(by=request.viewer, id=form.cleaned_data["id"], loan=loan, now=request.now)
            return drafted(request, at, id, _("Draf koreksi dibuat."))
    except Refused as refused:
        tell_faults(request, refused.problems)
    return go(reverse("loan", args=[loan]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_reschedule(request: HttpRequest, loan: UUID) -> HttpResponse:
    """Propose a new schedule of what is still owed; another person decides."""
    card, at = own_loan(request, loan)
    life = card.on(request.today)
    start = {"method": card.terms.method, "months": len(life.plan.dues), "first_due": after_months(request.today, 1)}
    form = RescheduleForm(request.POST or None, initial=start)
    context = {"book": at, "loan": card, "form": form, "life": life}
    return answered(
        request, "reschedule.html", context,
        lambda: services.propose_schedule(
            by=request.viewer, id=form.cleaned_data["id"], loan=loan, asked=form.asked(), now=request.now,
        ),
        _("Usul jadwal baru tersimpan. Orang lain dari pengurus memutuskannya."), reverse("loan", args=[loan]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_POST
def loan_schedule_decide(request: HttpRequest, loan_proposal: UUID) -> HttpResponse:
    """Agree to a proposed schedule, or say no with a reason."""
    loan = queries.loan_of_proposal(loan_proposal)
    if loan is None:
        raise Http404
    own_loan(request, loan)
    form, agreed = AgreeForm(request.POST), request.POST.get("act") == "agree"
    said = form.cleaned_data["said"] if form.is_valid() else ""
    try:
        services.decide_schedule(by=request.viewer, id=loan_proposal, agreed=agreed, said=said, now=request.now)
    except Refused as refused:
        tell_faults(request, refused.problems)
    else:
        done = _("Jadwal baru berlaku. Jadwal lama tetap dapat dibaca.") if agreed else _("Usul jadwal baru ditolak.")
        messages.success(request, done)
    return go(reverse("loan", args=[loan]))


def _fined(card: LoanCard, request: HttpRequest) -> str:
    """Where the fine comes from that stands in the form."""
    terms, late = card.terms, card.on(request.today).state.arrears
    if not terms.penalty_ppm:
        return _("Produk ini tanpa denda.")
    if not late:
        return _("Tidak ada tunggakan hari ini, jadi tanpa denda. Kosong: dihitung menurut tanggal bayar.")
    told = {"rate": percent(terms.penalty_day), "days": terms.grace_days, "late": rupiah(late)}
    return _("Terisi sampai hari ini: %(rate)s%% sehari dari tunggakan %(late)s, lewat tenggang %(days)s hari. "
             "Kosong: dihitung menurut tanggal bayar.") % told  # fmt: skip


def _start(card: LoanCard, request: HttpRequest) -> dict[str, Any]:
    """What is due and the fine of today, unless money in of the books says already what came."""
    known = {"day": request.today, "amount": grouped(due_on(card, request.today)),
             "penalty": grouped(fine_on(card, request.today))}  # fmt: skip
    return {**known, **{name: request.GET[name] for name in CARRIED if name in request.GET}}
