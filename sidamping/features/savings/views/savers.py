"""One member's savings with the postings behind every figure, the bills, and the printed passbook."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.domain.savings.products import MANDATORY
from sidamping.features.books import queries as books
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import KINSHIP, HeirForm
from sidamping.features.savings.queries import Saver
from sidamping.features.savings.render.passbook import Passbook, Section, passbook_pdf
from sidamping.features.savings.views.answers import NAMERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, made_file
from sidamping.platform.http.language import reader_language

OPEN_BILLS = 24
YEARS = 5


@allow(*NAMERS)
@require_safe
def saver(request: HttpRequest, member: UUID) -> HttpResponse:
    """Balances and lines of a year, and which months of mandatory savings are open."""
    read, year = _read(request, member)
    found = found_book(request, read.book_id)
    context = {"book": found, "saver": read, "year": year, "years": _years(request.today, found.starts.year)}
    context["pockets"] = [(books.named(one.account), one) for one in read.pockets]
    due = _bills(request, read) if year == request.today.year else {"bills": None}
    return page(request, "saver.html", {**context, **due})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def saver_heirs(request: HttpRequest, member: UUID) -> HttpResponse:
    """Whom the member names as heir: the board writes a name down, or ends one."""
    read, _year = _read(request, member)
    found, words = own_book(request, read.book_id), dict(KINSHIP)
    ending = request.method == "POST" and "heir" in request.POST
    form = HeirForm(request.POST if request.method == "POST" and not ending else None)
    rows = [(one, words[one.kinship]) for one in queries.heirs(request.viewer, member)]
    context = {"book": found, "saver": read, "form": form, "heirs": rows}
    if ending:
        heir = read_id(request.POST["heir"])
        if heir is not None:
            services.end_heir(by=request.viewer, member=member, heir=heir, now=request.now)
        return go(reverse("saver_heirs", args=[member]))
    if request.method != "POST" or not form.is_valid():
        return page(request, "heirs.html", context)
    try:
        services.name_heir(by=request.viewer, member=member, now=request.now, **form.cleaned_data)
    except Refused as refused:
        return page(request, "heirs.html", context, refused.problems)
    messages.success(request, _("Ahli waris tercatat."))
    return go(reverse("saver_heirs", args=[member]))


@allow(*NAMERS)
@require_safe
def saver_pdf(request: HttpRequest, member: UUID) -> HttpResponse:
    """Buku simpanan anggota: the year's lines, to be printed and signed."""
    read, year = _read(request, member)
    found = found_book(request, read.book_id)
    words = {
        "page": _("Halaman"), "of": _("dari"), "number": _("Nomor anggota"), "name": _("Nama"), "day": _("Tanggal"),
        "voucher": _("Bukti"), "text": _("Keterangan"), "came": _("Setor"), "went": _("Ambil"), "balance": _("Saldo"),
        "opening": _("Saldo awal"), "none": _("Tidak ada catatan."), "total": _("Jumlah seluruh simpanan"),
        "treasurer": _("Bendahara"), "member": _("Anggota"),
        "small": _("Dihitung dari bukti yang dibukukan sampai %(day)s.") % {"day": _day(read.until)},
    }  # fmt: skip
    title = _("Buku simpanan anggota %(year)s") % {"year": year}
    pockets = tuple(
        Section(
            books.named(one.account), one.opening, one.closing,
            tuple((_short(line.day), line.number, line.text, line.came, line.went, line.balance) for line in one.lines),
        )
        for one in read.pockets
    )
    book = Passbook(found.name, title, reader_language(), words, str(read.number), read.name, pockets)
    return made_file(passbook_pdf(book), "application/pdf", f"buku-simpanan-{read.number}-{year}.pdf")


def _read(request: HttpRequest, member: UUID) -> tuple[Saver, int]:
    """The member in the year that is asked for; the running one up to today."""
    asked, today = request.GET.get("tahun", ""), request.today
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and asked.isascii() else today.year
    year = min(max(year, 1901), today.year)
    found = queries.saver(request.viewer, member, date(year, 1, 1), min(date(year, 12, 31), today))
    if found is None:
        raise Http404
    return found, year


def _bills(request: HttpRequest, read: Saver) -> dict[str, Any]:
    """Open bills up to the running month, and what is paid ahead."""
    found = queries.products(request.viewer, read.book_id)
    product = queries.of_kind(found, MANDATORY)
    if product is None:
        return {"bills": None, "owed": 0}
    paid = sum(one.closing for one in read.pockets if one.account.code == product.account)
    every = queries.bills_of(found, read.joined, Month.of(request.today), paid, read.left)
    unpaid = [one for one in every if one.owed]
    return {
        "bills": unpaid[:OPEN_BILLS], "more": max(len(unpaid) - OPEN_BILLS, 0), "owed": sum(one.owed for one in unpaid),
        "count": len(unpaid), "ahead": max(paid - sum(one.amount for one in every), 0),
    }  # fmt: skip


def _years(today: date, starts: int) -> list[int]:
    return list(range(today.year, max(starts, today.year - YEARS) - 1, -1))


def _short(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _day(day: date) -> str:
    return f"{day.day} {Month.of(day).label(reader_language())}"
