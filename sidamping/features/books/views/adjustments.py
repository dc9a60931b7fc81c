"""Guided adjustments: which kind, then its plain questions; the answer is one draft that another person posts."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.units import facing
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms.adjustments import KINDS, AdjustForm, kinds_of
from sidamping.features.books.queries import BookCard
from sidamping.features.books.views.answers import own_book, page
from sidamping.features.books.views.money import told_drafted
from sidamping.features.books.views.unit_ways import entered_unit, entry_ways
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(*roles.BOARD)
@require_safe
def adjustments(request: HttpRequest, book: UUID) -> HttpResponse:
    """The kinds of adjustment that this book has accounts for."""
    found = own_book(request, book)
    context = {"book": found, "kinds": kinds_of(_chart(request, found)), "units": entry_ways(request, found),
               "query": request.GET.urlencode()}  # fmt: skip
    return page(request, "adjustments.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def adjust(request: HttpRequest, book: UUID, way: str) -> HttpResponse:
    """The questions of one kind."""
    found = own_book(request, book)
    chart = _chart(request, found)
    if way not in {code for code, *_words in kinds_of(chart)}:
        raise Http404
    start = {"day": request.today}
    form = KINDS[way](request.POST or None, initial=start, chart=chart, held=queries.sums(book, request.today))
    if request.method != "POST" or not form.is_valid():
        return page(request, "adjust.html", {"book": found, "form": form})
    form.held = queries.sums(book, form.cleaned_data["day"])
    return _drafted(request, found, form)


def _chart(request: HttpRequest, found: BookCard) -> Chart:
    """The accounts of the unit that is adjusted."""
    return facing(queries.chart_of_book(found.id), entered_unit(request, found))


def _drafted(request: HttpRequest, found: BookCard, form: AdjustForm) -> HttpResponse:
    seen = form.cleaned_data
    try:
        kept = services.draft_adjustment(
            by=request.viewer, id=seen["id"], book=found.id, day=seen["day"], text=str(form.title), lines=form.lines(),
            now=request.now, measured=form.measured,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "adjust.html", {"book": found, "form": form}, refused.problems)
    return told_drafted(request, found, seen["id"], kept, _("Draf penyesuaian dibuat."))
