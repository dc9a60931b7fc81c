"""Time deposits: the list by maturity, opening one, and paying one back, with what breaking it early costs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.domain.savings.products import PPM_A_PERCENT, TERM
from sidamping.features.books import queries as books
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import DepositForm, PayoutForm
from sidamping.features.savings.queries import DepositLine
from sidamping.features.savings.queries.deposits import GONE, MATURE, PAID, PAYING, RUNNING, SOON, WAITING
from sidamping.features.savings.views.answers import NAMERS, drafted, found_book, own_book, page, purses_of
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

STATES = {
    WAITING: ("waiting", gettext_lazy("menunggu dibukukan")), RUNNING: ("active", gettext_lazy("berjalan")),
    MATURE: ("late", gettext_lazy("jatuh tempo")), PAYING: ("waiting", gettext_lazy("sedang dibayarkan")),
    PAID: ("done", gettext_lazy("sudah dibayarkan")), GONE: ("ended", gettext_lazy("dibatalkan")),
}  # fmt: skip


@allow(*NAMERS)
@require_safe
def savings_deposits(request: HttpRequest, book: UUID) -> HttpResponse:
    """What matures first stands first; what is due within a month is said above."""
    found = found_book(request, book)
    rows = queries.deposits(request.viewer, book, request.today)
    soon = [one for one in rows if one.live and one.matures <= request.today + timedelta(days=SOON)]
    context = {
        "book": found, "rows": [(one, *STATES[one.state]) for one in rows], "soon": len(soon),
        "total": sum(one.nominal for one in rows if one.live),
    }  # fmt: skip
    return page(request, "deposits.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def deposit_add(request: HttpRequest, book: UUID) -> HttpResponse:
    """Open a deposit; rate and term begin with the terms of the product."""
    found = own_book(request, book)
    product = queries.of_kind(queries.products(request.viewer, book), TERM)
    terms = product.on(request.today) if product else None
    initial: dict[str, Any] = {"day": request.today, "member": request.GET.get("anggota", "")}
    if terms is not None:
        initial |= {"months": terms.months, "rate": f"{terms.rate_ppm / PPM_A_PERCENT:g}"}
    members = books.members_to_choose(request.viewer, book, request.today)
    form = DepositForm(request.POST or None, initial=initial, members=members, **purses_of(book))
    context = {"book": found, "form": form, "terms": terms}
    if request.method != "POST" or not form.is_valid():
        return page(request, "deposit_add.html", context)
    seen = form.cleaned_data
    try:
        kept = services.open_deposit(
            by=request.viewer, id=seen["id"], book=book, draft=form.deposit(), day=seen["day"], purse=seen["purse"],
            text=seen["text"] or _("Simpanan berjangka"), now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "deposit_add.html", context, refused.problems)
    opened = queries.deposit(request.viewer, seen["id"], request.today)
    assert opened is not None  # just written
    return drafted(request, found, opened.voucher, kept)


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_deposit(request: HttpRequest, deposit: UUID) -> HttpResponse:
    """One deposit; the board pays it back."""
    read = _found(request, deposit)
    found = own_book(request, read.book_id) if request.method == "POST" else found_book(request, read.book_id)
    form = PayoutForm(request.POST or None, initial={"day": request.today}, **purses_of(read.book_id))
    status, word = STATES[read.state]
    context = {
        "book": found, "form": form, "deposit": read, "status": status, "word": word,
        "payable": read.state in (RUNNING, MATURE), "early": request.today < read.matures,
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return page(request, "deposit.html", context)
    seen = form.cleaned_data
    text = seen["text"] or _("Simpanan berjangka nomor %(number)s dibayarkan") % {"number": read.number}
    try:
        kept = services.pay_deposit(
            by=request.viewer, id=seen["id"], deposit_id=deposit, day=seen["day"], purse=seen["purse"], text=text,
            now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "deposit.html", context, refused.problems)
    again = _found(request, deposit)
    return drafted(request, found, again.payout or again.voucher, kept)


def _found(request: HttpRequest, deposit: UUID) -> DepositLine:
    found = queries.deposit(request.viewer, deposit, request.today)
    if found is None:
        raise Http404
    return found
