"""The books a person may read, opening one, and the first page of a book."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms import OpenForm
from sidamping.features.books.views.answers import READERS, found_book, page
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language
from sidamping.rules.charts import MICRO, charts_on

LATEST = 5


@allow(*READERS)
@require_safe
def books(request: HttpRequest) -> HttpResponse:
    """The own book at once; for others a list of the cooperatives that keep their books here."""
    viewer = request.viewer
    found = queries.books_page(viewer, after=request.GET.get("after", ""))
    keeps = viewer.subjects(*roles.BOARD)
    if keeps and len(found.rows) == 1 and found.rows[0].party_id in keeps:
        return go(reverse("book", args=[found.rows[0].id]))
    return page(request, "books.html", {"page": found, "keeps": bool(keeps)})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def book_add(request: HttpRequest) -> HttpResponse:
    """Open the book of the own cooperative."""
    viewer = request.viewer
    own = parties.party_names(viewer.subjects(*roles.BOARD))
    language = reader_language()
    charts = [(name, title.text(language)) for name, title in charts_on(viewer.on)]
    choices = {"cooperatives": [(str(id), one.name) for id, one in own.items()], "charts": charts}
    start = {"starts": f"{viewer.on.year}-01", "chart": charts[0][0]}
    form = OpenForm(request.POST or None, initial=start, **choices)
    if request.method != "POST" or not form.is_valid():
        return page(request, "book_add.html", {"form": form}, wrong=request.method == "POST")
    seen = form.cleaned_data
    try:
        id = services.open_book(
            by=viewer, id=seen["id"], cooperative=UUID(seen["cooperative"]), chart=seen["chart"], starts=seen["starts"],
            now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "book_add.html", {"form": form}, refused.problems)
    messages.success(request, _("Buku dibuka."))
    return go(reverse("book", args=[id]))


@allow(*READERS)
@require_safe
def book(request: HttpRequest, book: UUID) -> HttpResponse:
    """What lies in the purses, what came and went this month, drafts that wait, and the ways on."""
    viewer = request.viewer
    found = found_book(request, book)
    if found.chart.startswith(f"{MICRO}/"):
        return go(reverse("micro", args=[book]))
    month = Month.of(viewer.on)
    purses = queries.purse_month(book, month.start, viewer.on)
    latest = queries.vouchers(viewer, book)
    context = {
        "book": found,
        "purses": purses,
        "waiting": queries.waiting_drafts(viewer, book),
        "latest": latest.rows[:LATEST],
    }
    return page(request, "book.html", context)
