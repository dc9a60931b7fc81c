"""The units of a book that keep accounts of their own: which there are, opening one, giving it capital."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.units import HEAD
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms.units import CapitalForm, InterestForm, UnitForm
from sidamping.features.books.views.answers import READERS, answered, found_book, own_book, page
from sidamping.features.books.views.money import told_drafted
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.charts import charts_on


@allow(*READERS)
@require_safe
def units(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every unit with its capital, and what units are for where there is none."""
    found = found_book(request, book)
    return page(request, "units.html", {"book": found, "units": queries.units(request.viewer, book, request.today)})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def unit_add(request: HttpRequest, book: UUID) -> HttpResponse:
    """Open a unit; its accounts are made ready."""
    found = own_book(request, book)
    charts = [(name, title.text(reader_language())) for name, title in charts_on(request.today)]
    form = UnitForm(request.POST or None, initial={"chart": charts[0][0]}, charts=charts)
    return answered(
        request, "unit_add.html", {"book": found, "form": form},
        lambda: services.open_unit(by=request.viewer, book=book, now=request.now, **form.cleaned_data),
        _("Unit dibuka. Beri modalnya, atau pindahkan uang ke kasnya."), reverse("units", args=[book]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def unit_capital(request: HttpRequest, book: UUID) -> HttpResponse:
    """Capital that the cooperative gives a unit for good, or takes back."""
    found = own_book(request, book)
    if not found.units:
        raise Http404
    form = CapitalForm(request.POST or None, initial={"day": request.today}, chart=queries.chart_of_book(book))
    if request.method != "POST" or not form.is_valid():
        return page(request, "unit_capital.html", {"book": found, "form": form}, wrong=request.method == "POST")
    id = form.cleaned_data["id"]
    try:
        kept = services.draft_capital(by=request.viewer, id=id, book=book, draft=form.draft(), now=request.now)
    except Refused as refused:
        return page(request, "unit_capital.html", {"book": found, "form": form}, refused.problems)
    return told_drafted(request, found, id, kept, _("Tersimpan sebagai draf."))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def unit_interest(request: HttpRequest, book: UUID) -> HttpResponse:
    """Interest between units: one draft that both show, beside what they owe each other today."""
    found = own_book(request, book)
    if not found.units:
        raise Http404
    form = InterestForm(request.POST or None, initial={"day": request.today}, units=found.units)
    names = {HEAD: str(_("induk")), **dict(found.units)}
    owed = [(names[by], names[to], amount) for by, to, amount in queries.owed_between(book, request.today)]
    context = {"book": found, "form": form, "owed": owed}
    if request.method != "POST" or not form.is_valid():
        return page(request, "unit_interest.html", context, wrong=request.method == "POST")
    id = form.cleaned_data["id"]
    try:
        kept = services.draft_unit_interest(by=request.viewer, id=id, book=book, asked=form.asked(), now=request.now)
    except Refused as refused:
        return page(request, "unit_interest.html", context, refused.problems)
    return told_drafted(request, found, id, kept, _("Tersimpan sebagai draf."))
