"""The library, one piece to read on the phone, the piece on paper, and the file that goes with it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.materials import queries
from sidamping.features.materials.forms import FilterForm
from sidamping.features.materials.queries import MaterialCard
from sidamping.features.materials.queries.scope import KEEPERS, READERS
from sidamping.features.materials.render.pdf import Print, pdf_of
from sidamping.features.materials.views.answers import found, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.documents.typst import ALWAYS
from sidamping.platform.http.answers import made_file, plain, stored_file, there
from sidamping.platform.http.language import day_text, reader_language
from sidamping.rules.books import labels

PDF = "application/pdf"


@allow(*READERS)
@require_safe
def materials(request: HttpRequest) -> HttpResponse:
    """The library: found by topic, format, level, programme and words."""
    form = FilterForm(request.GET, request.viewer)
    wanted = form.wanted()
    shown = queries.library(request.viewer, wanted, request.GET.get("after", ""))
    context = {
        "form": form, "shown": shown, "page": shown.own, "keeper": request.viewer.has(*KEEPERS),
        "filtered": wanted != queries.LibraryFilter(), "none": not shown.starters and not shown.own.rows,
    }  # fmt: skip
    return page(request, "library.html", context)


@allow(*READERS)
@require_safe
def material(request: HttpRequest, material: str) -> HttpResponse:
    """One piece; ?versi= shows an older state, as it was handed over."""
    card = found(request, material, request.GET.get("versi", ""))
    context = {"card": card, "facts": facts_of(card, request.today), **_doing(request, card)}
    return page(request, "material.html", context)


@allow(*READERS)
@require_safe
def material_pdf(request: HttpRequest, material: str) -> HttpResponse:
    """The piece on paper: boxes to tick, lines and tables to fill in by hand."""
    card = found(request, material, request.GET.get("versi", ""))
    return made_file(pdf_of(print_of(card, request.today)), PDF, f"materi-{plain(card.line.title)}.pdf")


@allow(*READERS)
@require_safe
def material_file(request: HttpRequest, material: str) -> HttpResponse:
    """The file that goes with a piece of an office."""
    card = found(request, material, request.GET.get("versi", ""))
    return stored_file(there(card.file), f"materi-{card.line.title}")


def facts_of(card: MaterialCard, on: date) -> list[tuple[str, str]]:
    """Topic, format, level, what it fits and who added it, in words."""
    language, line = reader_language(), card.line
    fits = ", ".join(_programmes(card, on)) or _("semua program")
    told = [(_("Topik"), labels("mentoring-topics", language).get(line.topic, line.topic)),
            (_("Bentuk"), labels("material-formats", language).get(line.format, line.format)),
            (_("Tingkat"), labels("material-levels", language).get(line.level, line.level)), (_("Cocok untuk"), fits)]
    shown = next((one for one in card.editions if one.number == line.edition), None)
    if shown is None:
        return [*told, (_("Dari"), _("Bekal SiDamping"))]
    return [*told, (_("Dari"), line.office), (_("Ditulis"), f"{shown.by}, {day_text(shown.at.date())}")]


def _programmes(card: MaterialCard, on: date) -> tuple[str, ...]:
    """The programmes a piece fits, as people call them."""
    named = queries.programme_names(on)
    return tuple(named.get(code, code) for code in card.line.programmes)


def print_of(card: MaterialCard, on: date) -> Print:
    """The piece as it goes to paper."""
    line = card.line
    edition = _("%(office)s, edisi %(number)s") % {"office": line.office, "number": line.edition}
    words = {"page": _("Halaman"), "of": _("dari"), "name": _("Nama"), "day": _("Tanggal")}
    dated = next((one.at for one in card.editions if one.number == line.edition), ALWAYS)
    facts = " · ".join(value for _label, value in facts_of(card, on)[:3])
    origin = f"SiDamping · {edition if line.edition else card.cite}"
    return Print(line.title, line.summary, facts, origin, card.blocks, words, reader_language(), dated)


def _doing(request: HttpRequest, card: MaterialCard) -> dict[str, object]:
    """What may be done from the page: hand it over in a visit, correct or retire it."""
    return {"mentor": request.viewer.has(roles.MENTOR), "may": card.may, "why": ""}
