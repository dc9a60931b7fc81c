"""The months of a book: closing the next one, and opening the last closed one again with two people and a reason."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.books import services
from sidamping.features.books.queries import BookCard
from sidamping.features.books.queries.year_end import reopenings
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def book_months(request: HttpRequest, book: UUID) -> HttpResponse:
    """The list of months; the board closes the oldest open one once it is over."""
    found = found_book(request, book)
    if request.method != "POST":
        return _shown(request, found)
    own_book(request, book)
    try:
        services.close_period(by=request.viewer, book=book, month=_month(request, found), now=request.now)
    except Refused as refused:
        return _shown(request, found, refused.problems)
    messages.success(request, _("Bulan ditutup."))
    return go(reverse("book_months", args=[book]))


@allow(*roles.BOARD)
@require_POST
def month_reopen(request: HttpRequest, book: UUID) -> HttpResponse:
    """Ask to open the last closed month again, with a reason; or agree to what somebody else asked."""
    found, asked = own_book(request, book), read_id(request.POST.get("asked", ""))
    try:
        if asked is not None:
            services.reopen_period(by=request.viewer, reopening=asked, now=request.now)
            messages.success(request, _("Bulan dibuka lagi. Tutup lagi sesudah dibetulkan."))
        else:
            services.ask_reopening(
                by=request.viewer, book=book, month=_month(request, found), why=request.POST.get("why", ""),
                now=request.now,
            )  # fmt: skip
            messages.success(request, _("Permintaan tersimpan. Pengurus lain menyetujuinya di halaman ini."))
    except Refused as refused:
        return _shown(request, found, refused.problems)
    return go(reverse("book_months", args=[book]))


def _month(request: HttpRequest, found: BookCard) -> Month:
    """The month that was sent; Refused when it is none."""
    sent = request.POST.get("month", "")
    try:
        return Month.parse(sent)
    except ValueError:
        raise Refused(problem("BOOKS_030", "month", period=sent[:20] or "-", starts=found.starts)) from None


def _shown(request: HttpRequest, found: BookCard, problems: Iterable[Problem] = ()) -> HttpResponse:
    running = Month.of(request.today)
    following = found.closed_until.next if found.closed_until else found.starts
    asked = reopenings(request.viewer, found.id)
    waiting = next((one for one in asked if one.agreed_at is None and one.month == found.closed_until), None)
    context = {
        "book": found, "rows": list(reversed(found.periods)), "waiting": waiting,
        "opened": [one for one in asked if one.agreed_at is not None],
        "next_open": following if following.end < running.start else None,
        "why": request.POST.get("why", ""),
        "own": waiting is not None and waiting.asked_by_id == request.viewer.user_id,
        "years": range(running.year, found.starts.year - 1, -1),
    }  # fmt: skip
    return page(request, "months.html", context, problems)
