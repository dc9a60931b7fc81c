"""Templates of vouchers: the list, a new one fresh or from a voucher, one that is changed or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import IN, MOVE, OUT
from sidamping.domain.ledger.units import facing
from sidamping.domain.money import rupiah
from sidamping.features.books import queries, services
from sidamping.features.books.forms.changing import plain_words
from sidamping.features.books.forms.starting import start_of
from sidamping.features.books.forms.templates import MoneyTemplateForm, MoveTemplateForm
from sidamping.features.books.models import MOST_NAME
from sidamping.features.books.queries import BookCard, TemplateLine, named
from sidamping.features.books.views.answers import own_book, page
from sidamping.features.books.views.unit_ways import entered_unit, entry_ways
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import form_page, go, there

WAYS = {
    IN: ("money_in", gettext_lazy("Uang masuk")), OUT: ("money_out", gettext_lazy("Uang keluar")),
    MOVE: ("money_move", gettext_lazy("Pindah uang")),
}  # fmt: skip
TemplateForm = MoneyTemplateForm | MoveTemplateForm


@dataclass(frozen=True)
class ShownTemplate:
    """A template in words, and the address of the form it fills."""

    line: TemplateLine
    address: str
    said: str


@allow(*roles.BOARD)
@require_safe
def voucher_templates(request: HttpRequest, book: UUID) -> HttpResponse:
    """The own templates and those that are ready, each a tap away from its form."""
    found = own_book(request, book)
    chart = queries.chart_of_book(book)
    rows = [_shown(one, found, chart) for one in queries.templates(found)]
    own, ready = ([row for row in rows if row.line.own is kept] for kept in (True, False))
    ways = [(way, word) for way, (_address, word) in WAYS.items()]
    return page(request, "templates.html", {"book": found, "own": own, "ready": ready, "ways": ways})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def template_add(request: HttpRequest, book: UUID, direction: str) -> HttpResponse:
    """A new template, empty or with what a voucher says."""
    found = own_book(request, book)
    if direction not in WAYS:
        raise Http404
    form = _form(request, found, direction, _of_voucher(request, found, direction))
    return _kept(request, found, form, direction)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def template_edit(request: HttpRequest, template: UUID) -> HttpResponse:
    """One of the own templates: another name, other content, or no longer in use."""
    book, line = there(queries.own_template(request.viewer, template))
    found = own_book(request, book)
    if request.POST.get("act") == "drop":
        services.drop_template(by=request.viewer, template=template, now=request.now)
        messages.success(request, _("Templat dihapus. Bukti yang ditulis dengannya tetap ada."))
        return go(reverse("voucher_templates", args=[book]))
    start = {"id": template, "name": line.name, "text": line.text, **start_of(line.told)}
    return _kept(request, found, _form(request, found, line.told.way, start), line.told.way, line)


def _shown(line: TemplateLine, found: BookCard, chart: Chart) -> ShownTemplate:
    address, word = WAYS[line.told.way]
    asked = urlencode({"unit": chart.accounts[line.told.purse].unit, "templat": line.key})
    parts = (f"{named(chart.accounts[one.account])} {rupiah(one.amount) if one.amount else ''}".strip()
             for one in line.told.parts)
    said = f"{word} · {named(chart.accounts[line.told.purse])}: {', '.join(parts)}"
    return ShownTemplate(line, f"{reverse(address, args=[found.id])}?{asked}", said)


def _form(request: HttpRequest, found: BookCard, way: str, start: dict[str, Any]) -> TemplateForm:
    chart, sent = queries.chart_of_book(found.id), request.POST or None
    if way == MOVE:
        return MoveTemplateForm(sent, initial=start, chart=chart)
    known = chart.accounts.get(start.get("purse", ""))
    unit = known.unit if known else entered_unit(request, found)
    return MoneyTemplateForm(sent, initial=start, chart=facing(chart, unit), direction=way)


def _of_voucher(request: HttpRequest, found: BookCard, way: str) -> dict[str, Any]:
    """What the voucher of the address says, without its member: the next one is somebody else's."""
    id = read_id(request.GET.get("bukti", ""))
    card = queries.voucher(request.viewer, id) if id else None
    if card is None or card.book_id != found.id:
        return {}
    told = plain_words(card, queries.chart_of_book(found.id))
    if told is None or told.way != way:
        return {}
    return {**start_of(told), "text": card.text, "name": card.text[:MOST_NAME]}


def _kept(
    request: HttpRequest, found: BookCard, form: TemplateForm, way: str, line: TemplateLine | None = None
) -> HttpResponse:
    def keep() -> None:
        seen = form.cleaned_data
        id = UUID(line.key) if line else seen["id"]
        services.keep_template(
            by=request.viewer, id=id, book=found.id, name=seen["name"], told=form.told(), text=seen["text"],
            now=request.now,
        )  # fmt: skip

    units = entry_ways(request, found) if line is None and way != MOVE else []
    context = {"book": found, "form": form, "line": line, "units": units, "word": WAYS[way][1]}
    after = reverse("voucher_templates", args=[found.id])
    return form_page("books", request, "template.html", context, keep, _("Templat tersimpan."), after)

