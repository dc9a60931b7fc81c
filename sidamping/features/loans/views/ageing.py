"""Collectability on any day, provisions with their proposal, and whether the loans agree with the books."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.periods import after_months
from sidamping.domain.problems import Refused
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans import queries, services
from sidamping.features.loans.forms import MendForm, TakeOverForm
from sidamping.features.loans.views.answers import (
    NAMERS,
    READERS,
    drafted,
    found_book,
    own_book,
    page,
    percent,
    terms_words,
)
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.days import DayForm
from sidamping.platform.http.language import day_text, reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.rules.books import labels

CLASSES = "loan-classes"


@allow(*NAMERS)
@require_safe
def loan_ageing(request: HttpRequest, book: UUID) -> HttpResponse:
    """Each loan with arrears, days late and class at the end of a day."""
    at, form = found_book(request, book), DayForm(request.GET, today=request.today, ahead=False)
    on = form.at
    context: dict[str, Any] = {"book": at, "filter": form, "on": on, "words": labels(CLASSES, reader_language())}
    try:
        rows, rule = queries.ageing_page(request.viewer, at, on=on, after=request.GET.get("after", ""))
    except Refused as refused:
        return page(request, "ageing.html", context, refused.problems)
    return page(request, "ageing.html", {**context, "page": rows, "rule": rule})


@allow(*NAMERS)
@require_safe
def loan_ageing_export(request: HttpRequest, book: UUID) -> HttpResponse | FileResponse:
    """All loans with their class as a workbook."""
    at, form = found_book(request, book), DayForm(request.GET, today=request.today, ahead=False)
    on, words = form.at, labels(CLASSES, reader_language())
    try:
        rows, rule = queries.every_aged(at, on)
    except Refused as refused:
        return page(request, "ageing.html", {"book": at, "filter": form, "on": on, "words": words}, refused.problems)
    columns = [
        (_("Nomor"), Kind.TEXT, 12), (_("Anggota"), Kind.TEXT, 28), (_("Produk"), Kind.TEXT, 18),
        (_("Kelompok"), Kind.TEXT, 18), (_("Sisa pokok"), Kind.MONEY, 16), (_("Tunggakan"), Kind.MONEY, 16),
        (_("Hari terlambat"), Kind.NUMBER, 12), (_("Kolektibilitas"), Kind.TEXT, 16),
    ]
    told = (
        (one.card.code, one.card.member, one.card.terms.product, one.card.group, one.life.booked,
         one.life.state.arrears, one.late, words[one.code])
        for one in rows
    )  # fmt: skip
    lead = [at.name, _("Per tanggal %(day)s") % {"day": day_text(on)}, f"{rule.cite} ({rule.status})"]
    table = table_of(_("Kolektibilitas"), columns, told, _("Kolektibilitas pinjaman"), lead)
    return workbook(f"kolektibilitas-{on}.xlsx", table)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_provisions(request: HttpRequest, book: UUID) -> HttpResponse:
    """What each class asks to be set aside, what is set aside, and the draft of the change."""
    posted = request.method == "POST"
    at = own_book(request, book) if posted else found_book(request, book)
    form = DayForm(request.POST if posted else request.GET, today=request.today, ahead=False)
    on, mark = form.at, MendForm(request.POST if posted else None)
    words = labels(CLASSES, reader_language())
    context: dict[str, Any] = {"book": at, "filter": form, "on": on, "mark": mark, "words": words}
    try:
        if posted and mark.is_valid():
            id = services.draft_provision(
                by=request.viewer, id=mark.cleaned_data["id"], book=book, on=on, now=request.now
            )
            return drafted(request, at, id, _("Draf penyisihan dibuat."))
        return page(request, "provisions.html", {**context, **_reckoned(at, on)})
    except Refused as refused:
        return page(request, "provisions.html", context, refused.problems)


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_ties(request: HttpRequest, book: UUID) -> HttpResponse:
    """The loans against their account, by member; what is in no loan is taken over or bound."""
    posted = request.method == "POST"
    at = own_book(request, book) if posted else found_book(request, book)
    found = queries.ties(at, request.today)
    form = _take_over(request, at, found)
    context = {"book": at, "ties": found, "form": form, "today": request.today}
    try:
        if posted and request.POST.get("act") == "hubungkan":
            count = services.bind_vouchers(by=request.viewer, book=book, now=request.now)
            messages.success(request, _("%(count)s bukti dihubungkan.") % {"count": count})
            return go(reverse("loan_ties", args=[book]))
        if posted and form.is_valid():
            id = services.take_over(
                by=request.viewer, id=form.cleaned_data["id"], book=book, taken=form.taken(), now=request.now
            )
            messages.success(request, _("Pinjaman diambil alih dari buku."))
            return go(reverse("loan", args=[id]))
    except Refused as refused:
        return page(request, "ties.html", context, refused.problems)
    return page(request, "ties.html", context)


def _reckoned(at: KeptBook, on: Any) -> dict[str, Any]:
    found = queries.portfolio(at, on)
    rows = [(of, sums, percent(of.provision)) for of, sums in found.classes]
    return {"found": found, "rows": rows, "less": found.change < 0, "change": abs(found.change)}


def _take_over(request: HttpRequest, at: KeptBook, found: tuple[queries.Tie, ...]) -> TakeOverForm:
    members = [(str(one.member_id), one.name) for tie in found for one in tie.unbound if one.amount > 0]
    terms = queries.terms_on(queries.every_terms(request.viewer, at.id), request.today) if at.may_write else ()
    start = {"months": 12, "first_due": after_months(request.today, 1)}
    chosen = [(str(one.id), f"{one.product} · {terms_words(one)}") for one in terms]
    typed = request.POST if request.method == "POST" and request.POST.get("act") != "hubungkan" else None
    return TakeOverForm(typed, initial=start, members=members, terms=chosen)
