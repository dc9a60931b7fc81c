"""One filling under several versions side by side, recomputed for a reason; baseline and final with one ruler (B6)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.instrument import METHODS
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.queries import InstrumentHead, PairDelta, ResultLine
from sidamping.features.assessments.render.reading import Line, Reading, read, told
from sidamping.features.assessments.views.answers import READERS, found_card
from sidamping.features.assessments.views.outcome import Shown, asked_method, method_word, shown
from sidamping.features.assessments.views.pictures import bar
from sidamping.features.assessments.views.results import frame
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language

NEWEST = 4
"""How many versions stand side by side; older ones are read one at a time."""


@dataclass(frozen=True)
class Column:
    """The filling under one version: its reading, or why there is none."""

    head: InstrumentHead
    here: bool
    reading: Reading | None
    why: tuple[str, ...]


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def result_versions(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """The versions side by side; a POST keeps one of them as a second result with its reason."""
    card = found_card(request, assessment)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            services.recompute(
                by=request.viewer, assessment=assessment, version=request.POST.get("version", ""),
                method=asked_method(request), reason=request.POST.get("reason", "").strip(), now=request.now,
            )
            messages.success(request, _("Hasil hitung ulang disimpan di samping hasil yang diputuskan."))
            return go(reverse("result_versions", args=[assessment]))
        except Refused as refused:
            problems = refused.problems
    made = shown(card)
    if made.reading is None:
        raise Http404
    columns = _columns(made)
    rows = _rows(columns)
    context = {
        **frame(made), "columns": columns, "rows": [one for one in rows if one["differs"]], "problems": problems,
        "same": [one for one in rows if not one["differs"]],
        "again": [_again(made, one) for one in card.results if not one.decided],
        "methods": [(method, method_word(method)) for method in METHODS],
        "chosen": {name: request.POST.get(name, "") for name in ("version", "method", "reason")},
    }  # fmt: skip
    return render(request, "assessments/result_versions.html", context, status=422 if problems else 200)


@allow(*READERS)
@require_safe
def result_pair(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """What changed between baseline and final; two rulers are refused by name. By htmx as a part of another page."""
    both = queries.paired_cards(request.viewer, assessment)
    if both is None:
        raise Http404
    card, other = both if both[0].head.id == assessment else both[::-1]
    context: dict[str, Any] = {"head": card.head, "other": other.head, "problems": ()}
    part = request.headers.get("HX-Request") == "true"
    try:
        found = queries.delta_of(*both)
        changes = _changes(found)
        context |= {"pair": found, "changes": [one for one in changes if one["line"].change != 0],
                    "kept": [one["line"] for one in changes if one["line"].change == 0]}  # fmt: skip
    except Refused as refused:
        context["problems"] = refused.problems
    if part:
        return render(request, "assessments/pair_part.html", context)
    return render(request, "assessments/result_pair.html", frame(shown(card)) | context)


def _changes(found: PairDelta) -> list[dict[str, Any]]:
    """Each component with both scores as bars against its highest score."""
    zero = Decimal(0)
    return [
        {"line": one, "before": bar(one.before, zero, zero, one.most or zero),
         "after": bar(one.after, zero, zero, one.most or zero)}
        for one in found.lines
    ]  # fmt: skip


def _columns(made: Shown) -> list[Column]:
    """The round's own version first, then the newest others."""
    heads = queries.versions_of(made.card.head.instrument)
    own = [one for one in heads if one.version == made.card.head.version]
    others = [one for one in reversed(heads) if one.version != made.card.head.version]
    return [_column(made, one) for one in (*own, *others[: NEWEST - len(own)])]


def _column(made: Shown, head: InstrumentHead) -> Column:
    language = reader_language()
    here = head.version == made.card.head.version
    if here:
        return Column(head, here, made.reading, ())
    instrument = queries.instrument_for(head.version, head.name)
    try:
        outcome = queries.live_outcome(instrument, made.given, on=made.card.head.as_of, method=made.card.method)
    except Refused as refused:
        texts = (told(instrument, f"{one.code} {one.text(language)}", language).text for one in refused.problems)
        return Column(head, here, None, tuple(texts))
    return Column(head, here, read(instrument, outcome.plain(), language), ())


def _rows(columns: list[Column]) -> list[dict[str, Any]]:
    """Every component of any version with its score in each, and how far that is from the round's own."""
    labels: dict[str, str] = {}
    for one in columns:
        for line in one.reading.lines if one.reading else ():
            labels.setdefault(line.key, line.label)
    own = columns[0].reading
    rows = []
    for key, label in labels.items():
        cells = [_cell(one, own.line(key) if own else None, key) for one in columns]
        differs = not cells[0]["asked"] or any(one["gap"] or one["unlike"] for one in cells)
        rows.append({"label": label, "cells": cells, "differs": differs})
    return rows


def _cell(column: Column, own: Line | None, key: str) -> dict[str, Any]:
    line = column.reading.line(key) if column.reading else None
    if line is None:
        return {"head": column.head, "line": None, "asked": False, "gap": None, "unlike": False}
    both = own is not None and own.points is not None and line.points is not None
    gap = line.points - own.points if both and own and line.points is not None and own.points is not None else None
    unlike = own is not None and (own.points is None) != (line.points is None)
    return {"head": column.head, "line": line, "asked": True, "gap": None if column.here else gap, "unlike": unlike}


def _again(made: Shown, one: ResultLine) -> dict[str, Any]:
    """A recomputed result: its ruler, what came out, who wanted it and why."""
    instrument = queries.instrument_for(one.version, made.card.head.instrument)
    return {"line": one, "reading": read(instrument, one.outcome, reader_language()), "method": method_word(one.method)}
