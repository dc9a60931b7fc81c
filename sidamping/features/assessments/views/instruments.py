"""Instruments to read: which hold today, their versions with days and status, questions, bands, sources, form."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.instrument import Component, Instrument
from sidamping.domain.scoring.sheet import Item, sheet
from sidamping.features.assessments import queries
from sidamping.features.assessments.queries import InstrumentHead
from sidamping.features.assessments.render.blank import Blank, blank_pdf
from sidamping.features.assessments.render.reading import word
from sidamping.features.assessments.render.sources import listed, source_of
from sidamping.features.assessments.render.words import number, scale, span
from sidamping.features.assessments.services.forms import FORM_BRINGERS
from sidamping.features.assessments.views.files import PDF
from sidamping.features.assessments.views.shown import KINDS, STATUSES
from sidamping.platform.access.guard import signed_in
from sidamping.platform.http.answers import made_file
from sidamping.platform.http.language import reader_language


@signed_in
@require_safe
def instruments(request: HttpRequest) -> HttpResponse:
    """Every instrument in force today, by what it judges."""
    heads = queries.instruments_on(request.today)
    groups = [
        {"kind": kind, "word": wording, "lines": [_line(one) for one in heads if one.subject == kind]}
        for kind, wording in KINDS.items()
    ]  # fmt: skip
    may_import = request.viewer.has(*FORM_BRINGERS)
    context = {"groups": [one for one in groups if one["lines"]], "may_import": may_import}
    return render(request, "assessments/instruments.html", context)


@signed_in
@require_safe
def instrument(request: HttpRequest, name: str) -> HttpResponse:
    """One instrument in the version asked for, or the one in force today."""
    made, heads = _found(request, name)
    language = reader_language()
    head = queries.head_of(made)
    context = {
        "made": made, "head": head, "title": head.title, "look": STATUSES[made.status],
        "source": source_of(made.cite, language), "versions": [_version(one, heads, head) for one in heads],
        "sections": _sections(made, language), "bands": _tables(made, language),
        "kind": KINDS[made.subject], "notices": [word(one, language) for one in made.notices],
        "sources": listed([made.cite, *(one.cite for one in (*made.aspects, *made.components))], language),
        "categories": [(word(one.label, language), span(one.interval.text, language)) for one in made.categories],
        "may_open": any(one.name == name for one in queries.available(request.viewer, request.today)),
        "no_category": word(made.no_category, language) if made.no_category else "",
    }  # fmt: skip
    return render(request, "assessments/instrument.html", context)


@signed_in
@require_safe
def instrument_blank(request: HttpRequest, name: str) -> HttpResponse:
    """The printable blank form of a version."""
    made, _heads = _found(request, name)
    if not sheet(made):
        raise Http404
    pdf = blank_pdf(Blank(made, queries.head_of(made).starts, reader_language()))
    return made_file(pdf, PDF, f"{made.version.replace('/', '-')}-kosong.pdf")


def _found(request: HttpRequest, name: str) -> tuple[Instrument, tuple[InstrumentHead, ...]]:
    """The version of `?versi=`, else that of today, else the newest; 404 for an unknown name or version."""
    heads = queries.versions_of(name)
    if not heads:
        raise Http404
    asked = request.GET.get("versi", "")
    try:
        if asked:
            return queries.instrument_for(asked, name), heads
        begun = [one for one in heads if one.starts <= request.today]
        return queries.instrument_for((begun or heads)[-1].version, name), heads
    except Refused as refused:
        raise Http404 from refused


def _line(one: InstrumentHead) -> dict[str, Any]:
    return {"head": one, "look": STATUSES[one.status], "source": source_of(one.cite, reader_language())}


def _version(one: InstrumentHead, heads: tuple[InstrumentHead, ...], here: InstrumentHead) -> dict[str, Any]:
    """A version with the day it ended, which is when the next one began."""
    later = [other.starts for other in heads if other.starts > one.starts]
    return {**_line(one), "until": min(later, default=None), "here": one.version == here.version}


def _sections(made: Instrument, language: str) -> list[dict[str, Any]]:
    weights = {one.key: one.weight for one in made.aspects}
    return [
        {"key": one.key, "label": word(one.label, language), "weight": number(weights.get(one.key), language),
         "items": [_item(made, item, language) for item in one.items]}
        for one in sheet(made)
    ]  # fmt: skip


def _item(made: Instrument, item: Item, language: str) -> dict[str, Any]:
    return {
        "label": word(item.label, language), "help": word(item.help, language), "kind": item.kind,
        "optional": item.optional, "within": scale(item.within, language) if item.within else "",
        "basis": item.status if item.status != made.status else "",
    }  # fmt: skip


def _tables(made: Instrument, language: str) -> list[dict[str, Any]]:
    """Every component with its weight and how it is scored, under its aspect."""
    groups = ((word(one.label, language), [made.components[at] for at in made.places[one.key]]) for one in made.aspects)
    return [{"label": label, "lines": [_component(made, one, language) for one in own]} for label, own in groups if own]


def _component(made: Instrument, one: Component, language: str) -> dict[str, Any]:
    printed = [pair[1] for pair in one.by_band]
    rows = [
        {"span": span(band.interval.text, language), "value": number(band.value, language),
         "score": number(band.score if band.score is not None else printed[at], language, 2)}
        for at, band in enumerate(one.scale.bands if one.scale else ())
    ]  # fmt: skip
    each = number(one.weight / len(one.questions), language, 2) if one.questions and one.weight and not rows else ""
    return {
        "label": word(one.label, language), "weight": number(one.weight, language), "rows": rows, "each": each,
        "count": len(one.questions), "kind": one.kind, "within": scale(one.within, language) if one.within else "",
        "basis": one.status if one.status != made.status else "", "article": source_of(one.cite, language).article,
        "unknown": word(one.unknown, language) if one.unknown else "",
    }  # fmt: skip
