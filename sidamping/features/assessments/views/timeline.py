"""Totals of a party over the years as a line and a table; official results of others beside it, visibly apart (E16)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments import queries
from sidamping.features.assessments.queries import AssessmentHead, OutsideLine
from sidamping.features.assessments.render.words import number
from sidamping.features.assessments.views.answers import READERS
from sidamping.features.assessments.views.pictures import Dot, history
from sidamping.features.parties import queries as parties
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language


@allow(*READERS)
@require_safe
def party_timeline(request: HttpRequest, party: UUID, name: str) -> HttpResponse:
    """The history of a party by one instrument, as a part of a result; whole when opened by itself."""
    known = parties.visible(request.viewer).filter(pk=party).values_list("name", flat=True).first()
    heads = queries.versions_of(name)
    if known is None or not heads:
        raise Http404
    past = queries.history_of_party(request.viewer, party, name)
    outside = queries.outside_of_party(request.viewer, party)
    context = {
        "party": party, "party_name": known, "title": heads[-1].title, "outside": official(outside, request.viewer.on),
        "here": request.GET.get("putaran", ""), **_drawn(_newest(heads[-1].version, name), past, outside),
    }  # fmt: skip
    part = request.headers.get("HX-Request") == "true"
    return render(request, "assessments/timeline_part.html" if part else "assessments/timeline_page.html", context)


def official(lines: tuple[OutsideLine, ...], on: date) -> list[dict[str, Any]]:
    """Official results with whether they still hold."""
    language = reader_language()
    return [
        {"line": one, "look": _look(one, on), "total": number(one.total, language, 0, 3),
         "before": [{"line": old, "total": number(old.total, language, 0, 3)} for old in one.before]}
        for one in lines
    ]  # fmt: skip


def _look(one: OutsideLine, on: date) -> Mapping[str, Any]:
    """Whether an official result still holds on a day: the look of its badge and its words."""
    if one.valid_until is None:
        return {"code": "open", "word": _("Masa berlaku tidak disebut")}
    if one.valid_until < on:
        return {"code": "ended", "word": _("Masa berlaku habis")}
    return {"code": "valid", "word": _("Masih berlaku")}


def _newest(version: str, name: str) -> Instrument:
    try:
        return queries.instrument_for(version, name)
    except Refused as refused:
        raise Http404 from refused


def _drawn(
    instrument: Instrument, past: tuple[AssessmentHead, ...], outside: tuple[OutsideLine, ...]
) -> dict[str, Any]:
    """Decided totals over the years; official totals of others beside, never joined with ours."""
    own = [one for one in past if one.total is not None]
    others = [one for one in outside if one.instrument == instrument.name and one.total is not None]
    language = reader_language()
    dots = [Dot(one.as_of, float(one.total or 0), number(one.total, language, 0, 1), ruler=one.version,
                rehearsal=one.simulated) for one in own]  # fmt: skip
    dots += [Dot(one.issued_on, float(one.total or 0), number(one.total, language, 0, 1), outside=True)
             for one in others]  # fmt: skip
    bounds = [float(one.interval.low) for one in instrument.categories if one.interval.low is not None]
    told = _("Garis nilai dari tahun ke tahun; angkanya ada pada tabel di bawahnya.")
    drawn = history(dots, bounds, float(instrument.total), told) if own else ""
    judged = {one.version for one in own if not one.simulated}
    return {
        "past": past, "history": drawn, "rulers": len(judged), "others": others, "judged": judged,
        "rehearsed": any(one.simulated for one in own),
    }  # fmt: skip
