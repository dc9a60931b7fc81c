"""Sheets on paper to be filled in by hand: with the mentee's name, or wholly blank (A4, C9)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.deliverables.kinds import Cell, Column, Kind
from sidamping.domain.problems import Refused
from sidamping.features.deliverables.render.pdf import ALWAYS, Print, pdf_of
from sidamping.features.deliverables.views.answers import READERS, page
from sidamping.features.deliverables.views.printing import words_of
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import made_file, plain
from sidamping.platform.http.language import reader_language
from sidamping.rules.deliverables import deliverable_kind, deliverable_kinds

EMPTY_ROWS = 7
AS_LIST = ("catalogue", "map")
"""Layouts that draw what was written; blank, their tables stand one below the other."""


@allow(*READERS)
@require_safe
def blank_sheets(request: HttpRequest) -> HttpResponse:
    """Every kind of sheet, to print and to carry along where there is no signal."""
    language = reader_language()
    kinds = [(one, one.title.text(language), one.purpose.text(language)) for one in deliverable_kinds(request.today)]
    return page(request, "blanks.html", {"kinds": sorted(kinds, key=lambda one: one[1])})


@allow(*READERS)
@require_safe
def blank_sheet_pdf(request: HttpRequest, sheet_kind: str) -> HttpResponse:
    """A wholly blank sheet: whose it is, is written by hand."""
    return _printed(_kind(request, sheet_kind), None)


@allow(*READERS)
@require_safe
def sheet_blank_pdf(request: HttpRequest, engagement: UUID, sheet_kind: str) -> HttpResponse:
    """A blank sheet that carries the mentee's name and place."""
    card = engagement_card(request.viewer, engagement, walked=False)
    if card is None:
        raise Http404
    return _printed(_kind(request, sheet_kind), card)


def _kind(request: HttpRequest, name: str) -> Kind:
    try:
        return deliverable_kind(name, request.today)
    except Refused:
        raise Http404 from None


def _printed(kind: Kind, card: EngagementCard | None) -> HttpResponse:
    name = plain(f"{kind.name}-{card.mentee_name if card else 'kosong'}")
    return made_file(pdf_of(blank_of(kind, card)), "application/pdf", f"{name}.pdf")


def blank_of(kind: Kind, card: EngagementCard | None) -> Print:
    """The page with room to write: lines under texts, empty rows in tables, boxes to tick."""
    language = reader_language()
    title = kind.title.text(language)
    sheet = {
        "heading": title, "mentee": card.mentee_name if card else "",
        "place": f"{card.village}, {card.district}" if card else "", "aside": "", "blank": True,
        "layout": "list" if kind.layout in AS_LIST else kind.layout,
        "cells": [_cell(one, language) for one in kind.cells],
        "sums": [[one.label.text(language), ""] for one in kind.sums], "points": [], "axes": [], "facts": [],
        "words": {**words_of(_("Lembar kosong. Dasar: %(cite)s") % {"cite": kind.cite}), "name": _("Dampingan"),
                  "day": _("Bulan") if kind.repeats else _("Tanggal"), "by": _("Pendamping")},
    }  # fmt: skip
    return Print(title, "SiDamping", language, kind.landscape, False, sheet, {}, ALWAYS)


def _cell(one: Cell, language: str) -> dict[str, Any]:
    return {
        "label": one.label.text(language), "hint": one.hint.text(language), "text": "", "lines": [],
        "place": list(one.place or ()), "tone": one.tone, "kind": one.kind, "held": False, "file": "", "hash": "",
        "heads": [{"label": _head(place, head, language), "figure": False} for place, head in enumerate(one.columns)],
        "rows": [], "empty": _rows(one, language),
    }  # fmt: skip


def _rows(one: Cell, language: str) -> list[list[str]]:
    """Rows to fill in; where the first column is chosen from a list, one row for each choice."""
    rest = [""] * (len(one.columns) - 1)
    chosen = [words.text(language) for _code, words in one.columns[0].options] if one.columns else []
    return [[first, *rest] for first in chosen or [""] * EMPTY_ROWS]


def _head(place: int, column: Column, language: str) -> str:
    """The head of a column; after the first one, with what may be chosen there."""
    label = column.label.text(language)
    choices = " / ".join(words.text(language) for _code, words in column.options)
    return f"{label} ({choices})" if place and choices else label
