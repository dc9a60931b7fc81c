"""The interest of a month: what each member would get, by which method from which balance, and its draft (E7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.domain.savings.interest import DEPOSIT
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import MonthForm
from sidamping.features.savings.forms.terms import WORDS
from sidamping.features.savings.views.answers import KINDS, NAMERS, drafted, found_book, own_book, page
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.language import reader_language


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_interest(request: HttpRequest, book: UUID) -> HttpResponse:
    """A month as it would be credited, or as it was; the board makes the draft of it once the month is over."""
    if request.method != "POST":
        return _page(request, found_book(request, book), _month(request))
    found, month = own_book(request, book), _month(request)
    id = read_id(request.POST.get("id", "")) or uuid7()
    day = _day(request, book, month)
    try:
        kept = services.credit_interest(
            by=request.viewer, id=id, book=book, month=month, day=day, now=request.now,
            text=_("Jasa simpanan %(month)s") % {"month": month.label(reader_language())},
        )  # fmt: skip
    except Refused as refused:
        return _page(request, found, month, refused.problems)
    return drafted(request, found, id, kept)


def _day(request: HttpRequest, book: UUID, month: Month) -> date:
    """The last day of the month; today once that month is closed."""
    card = books.book(request.viewer, book)
    closed = card.closed_until if card is not None else None
    return request.today if closed is not None and closed >= month else month.end


def _month(request: HttpRequest) -> Month:
    """The month asked for; the last whole one without."""
    typed = request.POST if request.method == "POST" else request.GET
    return min(MonthForm(typed).month(Month.of(request.today).previous), Month.of(request.today))


def _page(request: HttpRequest, found: KeptBook, month: Month, problems: Iterable[Problem] = ()) -> HttpResponse:
    read = queries.preview(request.viewer, found.id, month)
    kinds = {str(one.id): KINDS[one.kind] for one in read.products}
    rows = [(number, name, one, kinds[one.product], _word(one.method)) for number, name, one in read.rows]
    context = {
        "book": found, "month": month, "read": read, "rows": rows, "id": uuid7(), "over": month.end < request.today,
        "made": [(one, KINDS[one.kind], _word(one.method)) for one in read.made],
        "vouchers": {one.voucher: one for one in read.runs}.values(),
        "asked": MonthForm({"bulan": str(month)}), "before": month.previous,
    }  # fmt: skip
    return page(request, "interest.html", context, problems)


def _word(method: str) -> str:
    return _("Pokok × bunga sebulan") if method == DEPOSIT else str(WORDS[method])
