"""Who is behind with mandatory savings, taken in for many at once; who paid above the articles, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books.queries import KeptBook
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import CollectForm, ExcessForm, MonthForm
from sidamping.features.savings.views.answers import NAMERS, drafted, found_book, own_book, page, purses_of
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_bills(request: HttpRequest, book: UUID) -> HttpResponse:
    """The arrears up to a month; the board takes the mandatory savings of several members in one voucher."""
    found = own_book(request, book) if request.method == "POST" else found_book(request, book)
    until = MonthForm(request.GET).month(Month.of(request.today).previous)
    read = queries.arrears(request.viewer, book, until, request.today, request.GET.get("after", ""))
    form = CollectForm(
        request.POST or None, initial={"day": request.today}, rows=read.rows, **purses_of(book)
    )
    context = {
        "book": found, "page": read, "asked": MonthForm({"bulan": str(until)}), "until": until, "form": form,
        "rows": [(one, form.of(one.party_id)) for one in read.rows],
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return page(request, "bills.html", context)
    seen = form.cleaned_data
    try:
        kept = services.collect(
            by=request.viewer, id=seen["id"], book=book, months=form.months(), day=seen["day"], purse=seen["purse"],
            text=seen["text"] or _("Setoran simpanan wajib beberapa anggota"), now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "bills.html", context, refused.problems)
    return drafted(request, found, seen["id"], kept)


@allow(*NAMERS)
@require_safe
def savings_bills_xlsx(request: HttpRequest, book: UUID) -> FileResponse:
    """Every member with what was billed and paid up to the month."""
    found = found_book(request, book)
    until = MonthForm(request.GET).month(Month.of(request.today).previous)
    columns = [
        (_("Nomor"), Kind.NUMBER, 8), (_("Nama"), Kind.TEXT, 32), (_("Masuk"), Kind.DATE, 12),
        (_("Tagihan simpanan wajib"), Kind.MONEY, 18), (_("Sudah dibayar"), Kind.MONEY, 18),
        (_("Bulan belum lunas"), Kind.NUMBER, 10), (_("Tunggakan wajib"), Kind.MONEY, 18),
        (_("Tunggakan pokok"), Kind.MONEY, 18), (_("Di atas ketentuan"), Kind.MONEY, 18),
    ]  # fmt: skip
    rows = (
        (one.number, one.name, one.joined, one.mandatory.billed, one.mandatory.paid, one.months, one.mandatory.arrears,
         one.principal.arrears, one.excess)
        for one in queries.owing(request.viewer, book, until, request.today)
    )  # fmt: skip
    lead = [found.name, _("Sampai %(month)s") % {"month": until.label(reader_language())}]
    table = table_of(_("Tagihan"), columns, rows, _("Tagihan simpanan wajib"), lead)
    return workbook(f"tagihan-simpanan-{until}.xlsx", table)


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_excess(request: HttpRequest, book: UUID) -> HttpResponse:
    """What members paid above the articles, and the proposal to keep it as participation capital (S4 I.C)."""
    found = own_book(request, book) if request.method == "POST" else found_book(request, book)
    until = Month.of(request.today)
    read = queries.excesses(request.viewer, book, until, request.today, request.GET.get("after", ""))
    form = ExcessForm(request.POST or None, initial={"day": request.today}, rows=read.rows)
    if request.method != "POST" or not form.is_valid():
        return _excess(request, found, form, read)
    seen = form.cleaned_data
    try:
        kept = services.move_excess(
            by=request.viewer, id=seen["id"], book=book, members={UUID(one) for one in seen["members"]},
            day=seen["day"], text=seen["text"] or _("Kelebihan setoran menjadi modal penyertaan anggota"),
            now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return _excess(request, found, form, read, refused.problems)
    return drafted(request, found, seen["id"], kept)


def _excess(
    request: HttpRequest, found: KeptBook, form: ExcessForm, read: Any, problems: Iterable[Problem] = ()
) -> HttpResponse:
    chosen = set(form.data.getlist("members")) if form.is_bound else set()  # type: ignore[union-attr]  # a QueryDict
    context = {
        "book": found, "form": form, "page": read, "rows": [(one, str(one.party_id) in chosen) for one in read.rows],
    }  # fmt: skip
    return page(request, "excess.html", context, problems)
