"""The cash book of a small business: two buttons, a month's money, a year's turnover, a sheet to print."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.plain import IN, OUT
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms.micro import CountForm, SmallForm, small_start
from sidamping.features.books.forms.reversing import ReverseForm
from sidamping.features.books.queries import named
from sidamping.features.books.queries.micro import (
    SmallBook,
    SmallEntryCard,
    small_book,
    small_book_of,
    small_entry,
    small_month,
)
from sidamping.features.books.queries.proofs import proof_file, proofs_of
from sidamping.features.books.queries.scope import keeps_small, reads_small
from sidamping.features.books.queries.templates import small_templates
from sidamping.features.books.render.cash_sheet import CashSheet, cash_sheet_pdf
from sidamping.features.books.views.answers import answered, page
from sidamping.features.books.views.proofs import proof_answer
from sidamping.features.parties.queries import party_names
from sidamping.platform.access.guard import signed_in
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go, made_file
from sidamping.platform.http.language import reader_language
from sidamping.rules.charts import MICRO

SIDES = {"masuk": IN, "keluar": OUT}


@signed_in
@require_safe
def micro_way(request: HttpRequest, party: UUID) -> HttpResponse:
    """The way from the card of a business to its cash book, for whoever keeps or reads it; nothing for others."""
    viewer = request.viewer
    opens = small_book_of(viewer, party) or keeps_small(viewer, party) or reads_small(viewer, party)
    return render(request, "books/micro_way.html", {"party": party, "opens": bool(opens)})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def micro_open(request: HttpRequest, party: UUID) -> HttpResponse:
    """To the cash book of a business; its owner or mentor opens it with one button."""
    there = small_book_of(request.viewer, party)
    if there is not None:
        return go(reverse("micro", args=[there.id]))
    if not keeps_small(request.viewer, party):
        if request.method == "POST" or not reads_small(request.viewer, party):
            raise Http404
        return page(request, "micro_open.html", {"name": party_names([party])[party].name})
    name = party_names([party])[party].name
    if request.method == "POST":
        id = read_id(request.POST.get("id", "")) or uuid7()
        try:
            made = services.open_book(
                by=request.viewer, id=id, cooperative=party, chart=MICRO, starts=Month(request.today.year, 1),
                now=request.now,
            )  # fmt: skip
        except Refused as refused:
            return _begin(request, name, refused.problems)
        messages.success(request, _("Buku kas dibuka. Catat uang masuk atau keluar yang pertama."))
        return go(reverse("micro", args=[made]))
    return _begin(request, name, ())


@signed_in
@require_safe
def cash_desk(request: HttpRequest, small: UUID) -> HttpResponse:
    """A month: what came, what went, what it was for; turnover by month; whether the book is kept regularly."""
    found = _found(request, small)
    try:
        month = Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        month = Month.of(request.today)
    read = small_month(small, month, request.today)
    most = max((amount for _month, amount in read.turnover), default=0)
    return page(request, "micro.html", {
        "book": found, "read": read, "most": most, "earlier": month.previous,
        "later": month.next if month < Month.of(request.today) else None,
        "categories": [(named(one), max(amount, 0), max(-amount, 0)) for one, amount in read.categories],
    })  # fmt: skip


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def micro_write(request: HttpRequest, small: UUID, side: str) -> HttpResponse:
    """One entry, posted at once."""
    found = _found(request, small)
    if side not in SIDES or not found.may_write:
        raise Http404
    ready, chosen = small_templates(SIDES[side]), request.GET.get("templat", "")
    start = {"day": request.today, **small_start(next((one for one in ready if one.key == chosen), None))}
    form = SmallForm(
        request.POST or None, request.FILES or None, initial=start, chart=queries.chart_of_book(small),
        side=SIDES[side],
    )  # fmt: skip
    context = {"book": found, "form": form, "side": side, "ready": ready, "chosen": chosen}
    if request.method != "POST" or not form.is_valid():
        return page(request, "micro_write.html", context)
    seen = form.cleaned_data
    try:
        services.write_small(
            by=request.viewer, id=seen["id"], book=small, entry=form.entry(), proof=seen["proof"], now=request.now
        )
    except Refused as refused:
        return page(request, "micro_write.html", context, refused.problems)
    messages.success(request, _("Tercatat."))
    return go(reverse("micro", args=[small]))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def micro_entry(request: HttpRequest, entry: UUID) -> HttpResponse:
    """One entry with its photo; whoever keeps the book turns it back when it was wrong."""
    card, book = _entry(request, entry)
    form = ReverseForm(request.POST or None, initial={"day": request.today})
    context = {"book": book, "entry": card, "form": form, "proofs": proofs_of(request.viewer, entry)}
    if request.method != "POST":
        return page(request, "micro_entry.html", context)
    if not book.may_write:
        raise Http404
    if not form.is_valid():
        return page(request, "micro_entry.html", context, wrong=True)
    seen = form.cleaned_data
    try:
        services.reverse_voucher(
            by=request.viewer, id=seen["id"], voucher=entry, day=seen["day"], text=seen["text"], now=request.now
        )
    except Refused as refused:
        return page(request, "micro_entry.html", context, refused.problems)
    messages.success(request, _("Catatan dibalik. Yang asli tetap terbaca; catat lagi yang benar."))
    return go(reverse("micro", args=[card.book_id]))


@signed_in
@require_safe
def micro_file(request: HttpRequest, entry: UUID, entry_proof: UUID) -> HttpResponse:
    """The photo of the note; ?ukuran=kecil for the thumbnail."""
    found = proof_file(request.viewer, entry, entry_proof)
    if found is None:
        raise Http404
    return proof_answer(request, found, entry_proof)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def micro_workers(request: HttpRequest, small: UUID) -> HttpResponse:
    """How many work here today, with every earlier count."""
    found = _found(request, small)
    if not found.may_write:
        raise Http404
    form = CountForm(request.POST or None, initial={"day": request.today})
    context = {"book": found, "form": form}
    return answered(
        request, "micro_workers.html", context,
        lambda: services.count_workers(by=request.viewer, book=small, now=request.now, **form.cleaned_data),
        _("Jumlah pekerja tersimpan."), f"{reverse('micro', args=[small])}#pekerja",
    )  # fmt: skip


@signed_in
@require_safe
def micro_blank(request: HttpRequest, small: UUID) -> HttpResponse:
    """A sheet to write on by hand, with a QR code that opens this cash book."""
    found, month = _found(request, small), Month.of(request.today)
    words = {
        "title": _("Lembar buku kas"), "month": _("Bulan"), "day": _("Tgl"), "what": _("Untuk apa"),
        "came": _("Uang masuk"), "went": _("Uang keluar"), "total": _("Jumlah"), "workers": _("Jumlah pekerja"),
        "scan": _("Pindai untuk mencatatnya di SiDamping."),
        "hint": _("Tulis tiap hari ada uang masuk atau keluar. Simpan notanya."),
    }  # fmt: skip
    address = request.build_absolute_uri(reverse("micro", args=[small]))
    sheet = CashSheet(found.name, month.label(reader_language()), reader_language(), words, address)
    return made_file(cash_sheet_pdf(sheet), "application/pdf", f"lembar-kas-{month}.pdf")


def _entry(request: HttpRequest, entry: UUID) -> tuple[SmallEntryCard, SmallBook]:
    card = small_entry(request.viewer, entry)
    if card is None:
        raise Http404
    return card, _found(request, card.book_id)


def _found(request: HttpRequest, small: UUID) -> SmallBook:
    found = small_book(request.viewer, small)
    if found is None:
        raise Http404
    return found


def _begin(request: HttpRequest, name: str, problems: Iterable[Problem]) -> HttpResponse:
    return page(request, "micro_open.html", {"name": name, "id": uuid7()}, problems)
