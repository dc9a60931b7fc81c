"""The months of a book: which are closed, by whom, and closing the next one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.books import services
from sidamping.features.books.queries import BookCard
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.platform.access.guard import allow
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
        month = Month.parse(request.POST.get("month", ""))
    except ValueError:
        return _shown(request, found, [problem("BOOKS_030", "month", period=request.POST.get("month", "")[:20] or "-",
                                               starts=found.starts)])
    try:
        services.close_period(by=request.viewer, book=book, month=month, now=request.now)
    except Refused as refused:
        return _shown(request, found, refused.problems)
    messages.success(request, _("Bulan ditutup."))
    return go(reverse("book_months", args=[book]))


def _shown(request: HttpRequest, found: BookCard, problems: list[Problem] | tuple[Problem, ...] = ()) -> HttpResponse:
    running = Month.of(request.today)
    following = found.closed_until.next if found.closed_until else found.starts
    next_open = following if following.end < running.start else None
    rows = list(reversed(found.periods))
    return page(request, "months.html", {"book": found, "rows": rows, "next_open": next_open}, problems)
