"""The result of a round: total, category, coverage, where points were lost, what would lift it (E15)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.assessments import queries
from sidamping.features.assessments.render.reading import Reading, word
from sidamping.features.assessments.render.sources import source_of
from sidamping.features.assessments.render.words import number
from sidamping.features.assessments.views.answers import READERS, found_card
from sidamping.features.assessments.views.outcome import Shown, method_word, raised, shown
from sidamping.features.assessments.views.pictures import Ray, bar, fall, radar, ruler
from sidamping.features.assessments.views.shown import LOOKS, PURPOSES, STATUSES
from sidamping.features.assessments.views.why import why_of
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language

ZERO = Decimal(0)
PERCENT = 100
FEWEST = 3
"""With fewer judged aspects a radar shows nothing."""
PARTIES = ("cooperative", "business", "person")


@allow(*READERS)
@require_safe
def result(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """The whole result, of a draft as it stands now."""
    made = shown(found_card(request, assessment))
    context = {
        **frame(made), "raising": raised(made), "agreement": queries.agreement(made.card),
        "selves": queries.self_view(made.card), "problems": made.problems,
        "party": made.card.head.subject.id if made.card.head.subject.kind in PARTIES else None,
    }  # fmt: skip
    if made.reading is not None:
        context |= _drawn(made.reading)
    return render(request, "assessments/result.html", context)


@allow(*READERS)
@require_safe
def result_point(request: HttpRequest, assessment: UUID, component: str) -> HttpResponse:
    """Why one component has this score: points, value, band, ratio, formula, inputs, article."""
    made = shown(found_card(request, assessment))
    line = made.reading.line(component) if made.reading else None
    if line is None or made.reading is None:
        raise Http404
    files = queries.evidence_behind(made.card).get(made.filling.id, {}) if made.filling else {}
    keys = [one.key for one in made.reading.lines]
    at = keys.index(line.key)
    context = {
        **frame(made), "line": line, "why": why_of(made, line, files),
        "picture": bar(line.points, line.lost, line.open, line.weight),
        "before": made.reading.lines[at - 1] if at else None,
        "after": made.reading.lines[at + 1] if at + 1 < len(keys) else None,
        "aspect": next((one for one in made.reading.aspects if one.key == line.aspect), None),
    }  # fmt: skip
    return render(request, "assessments/result_point.html", context)


def frame(made: Shown) -> dict[str, Any]:
    """What every page about a result shows around it: whose, which ruler, which state."""
    head = made.card.head
    look, state = LOOKS[head.state]
    status = STATUSES[made.instrument.status]
    return {
        "card": made.card, "head": head, "made": made, "reading": made.reading, "instrument": made.instrument,
        "look": look, "state": state, "status_look": status[0], "status_word": status[1],
        "purpose": PURPOSES[head.purpose], "source": source_of(made.instrument.cite, reader_language()),
        "method": method_word(made.reading.method if made.reading else made.card.method),
        "title": word(made.instrument.title, reader_language()),
    }  # fmt: skip


def _drawn(reading: Reading) -> dict[str, Any]:
    weighed = [one for one in reading.aspects if one.weight]
    longest = max((one.weight for one in weighed), default=ZERO)
    bars = [{"line": one, "number": place, "bar": bar(one.points, one.lost, one.open, longest)}
            for place, one in enumerate(weighed, 1)]  # fmt: skip
    rays = [Ray(place, float(one.points / one.weight) if one.points is not None else None)
            for place, one in enumerate(weighed, 1)]  # fmt: skip
    told = _("Jaring bagian nilai yang didapat per aspek; angkanya ada pada tabel di sampingnya.")
    return {
        "bars": bars, "radar": radar(rays, told) if sum(one.share is not None for one in rays) >= FEWEST else "",
        "steps": _falls(reading), "scale": _scale(reading),
        "recorded": [one for one in reading.aspects if not one.weight], "open": reading.most * (1 - reading.coverage),
        "percent": reading.coverage * PERCENT,
    }  # fmt: skip


def _falls(reading: Reading) -> dict[str, Any]:
    """From the highest possible total down to the one reached, the largest loss first; the unjudged comes last."""
    losing = sorted((one for one in reading.lines if one.lost), key=lambda one: -one.lost)
    rows, left = [], reading.most
    for one in losing:
        rows.append({"line": one, "bar": fall(left, one.lost, reading.most), "left": left - one.lost})
        left -= one.lost
    unjudged = sum((one.open for one in reading.lines), ZERO)
    last = fall(left, unjudged, reading.most, "bar-open") if unjudged else ""
    return {"rows": rows, "open": unjudged, "open_bar": last, "whole": bar(reading.most, ZERO, ZERO, reading.most),
            "total": bar(reading.total, ZERO, ZERO, reading.most)}  # fmt: skip


def _scale(reading: Reading) -> dict[str, Any] | None:
    """The scale of categories with the total on it."""
    categories = reading.instrument.categories
    lows = [_decimal(one.interval.low) for one in categories if one.interval.low is not None]
    if reading.total is None or not lows:
        return None
    language = reader_language()
    zones = [
        {"label": word(one.label, language), "low": number(one.interval.low, language),
         "here": bool(reading.category) and word(one.label, language) == reading.category}
        for one in sorted(categories, key=lambda one: one.interval.low or 0)
    ]  # fmt: skip
    return {"bar": ruler(reading.total, lows, reading.most), "zones": zones}


def _decimal(value: Any) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
