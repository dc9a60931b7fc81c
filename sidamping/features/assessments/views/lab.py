"""The policy lab: alternatives judged by weighted criteria, who comes first, and what would change that (C12).

Nothing is stored: the whole comparison stands in the address, which can be kept or passed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.instrument import Comparison, Instrument
from sidamping.domain.scoring.numbers import exact
from sidamping.domain.scoring.outcome import said
from sidamping.domain.scoring.typed import typed
from sidamping.features.assessments import queries
from sidamping.features.assessments.render.reading import figure, told, word
from sidamping.features.assessments.render.sources import source_of
from sidamping.features.assessments.render.words import number, scale
from sidamping.features.assessments.views.pictures import bar
from sidamping.features.assessments.views.shown import STATUSES
from sidamping.platform.access.guard import signed_in
from sidamping.platform.http.language import reader_language
from sidamping.rules.loader import book

LAB = "policy-lab"
EMPTY_ROWS, MOST_ROWS = 2, 20
NAME, TOPIC = "nama", "topik"


@dataclass(frozen=True)
class Row:
    """One alternative as typed, with its total and rank once there are some."""

    number: int
    name: str
    marks: tuple[tuple[str, str, str], ...]
    total: str = ""
    rank: int = 0


@signed_in
@require_safe
def policy_lab(request: HttpRequest) -> HttpResponse:
    """The table to fill in, and below it what it makes."""
    made = queries.instrument_on(LAB, request.today)
    assert made.comparison is not None
    is_example = not request.GET
    rows = _example(made) if is_example else _typed_rows(request, made.comparison)
    weights = {key: request.GET.get(f"bobot-{key}", "") or number(weight, "id")
               for key, weight in made.comparison.weights.items()}  # fmt: skip
    found, problems = _compared(request, made, rows, weights)
    language = reader_language()
    context = {
        "made": made, "look": STATUSES[made.status], "source": source_of(made.cite, language), "problems": problems,
        "criteria": [(key, word(label, language), weights[key]) for key, label in made.comparison.criteria.items()],
        "within": scale(made.comparison.within, language), "is_example": is_example, "found": found,
        "rows": _rows(made.comparison, rows, found, language), "topic": request.GET.get(TOPIC, ""),
        "title": word(made.title, language),
    }  # fmt: skip
    return render(request, "assessments/lab.html", context, status=422 if problems else 200)


def _example(made: Instrument) -> list[tuple[str, dict[str, Any]]]:
    """The table of the source as it stands in the instrument's file, with the totals it prints."""
    file = next(one for one in book().of("instruments", LAB) if one.path == made.path)
    return [(name, dict(marks)) for name, marks in file.data.get("example", {}).items()]


def _typed_rows(request: HttpRequest, made: Comparison) -> list[tuple[str, dict[str, Any]]]:
    """Rows that hold anything; a row without a name gets its number, so that its marks are not lost."""
    names = request.GET.getlist(NAME)[:MOST_ROWS]
    columns = {key: request.GET.getlist(key) for key in made.criteria}
    rows: list[tuple[str, dict[str, Any]]] = []
    for at, name in enumerate(names):
        marks = {key: column[at].strip() for key, column in columns.items() if at < len(column) and column[at].strip()}
        if name.strip() or marks:
            said_name = name.strip() or _("Alternatif %(number)s") % {"number": at + 1}
            twice = any(said_name == other for other, _marks in rows)
            rows.append((f"{said_name} ({at + 1})" if twice else said_name, marks))
    return rows


def _compared(
    request: HttpRequest, made: Instrument, rows: Iterable[tuple[str, Mapping[str, Any]]], weights: Mapping[str, str]
) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """Totals, order and sensitivity; nothing for an empty table, all faults for a faulty one."""
    given = {name: {key: typed(one) if isinstance(one, str) else one for key, one in marks.items()}
             for name, marks in rows}  # fmt: skip
    if not given:
        return None, ()
    data: dict[str, Any] = {"alternatives": given, "weights": {key: typed(weight) for key, weight in weights.items()}}
    try:
        outcome = queries.live_outcome(made, data, on=request.today)
    except Refused as refused:
        return None, refused.problems
    assert outcome.alternatives is not None
    language = reader_language()
    order = outcome.alternatives["ranking"]
    lines = [told(made, text, language) for one in outcome.warnings if (text := said(one, language))]
    return {
        "bars": _bars(made, order, data["weights"], language), "order": order,
        "first": [one["key"] for one in order if one["rank"] == 1], "warnings": lines,
        "sensitivity": _sensitivity(made, outcome.alternatives, language),
        "tipping": list(_tipping(made, given, data["weights"], order, language)),
    }, ()  # fmt: skip


def _bars(
    made: Instrument, order: list[dict[str, Any]], weights: Mapping[str, Any], language: str
) -> list[dict[str, Any]]:
    """Each alternative's total as a bar against the highest total there could be."""
    assert made.comparison is not None
    most = sum((Fraction(exact(one) or 0) for one in weights.values()), Fraction(0))
    most *= made.comparison.within.high or 1
    top = Decimal(most.numerator) / most.denominator
    return [
        {"name": one["key"], "rank": one["rank"], "total": number(exact(one["total"]), language),
         "bar": bar(figure(one["total"]), Decimal(0), Decimal(0), top)}
        for one in order
    ]  # fmt: skip


def _sensitivity(made: Instrument, extra: Mapping[str, Any], language: str) -> list[dict[str, Any]]:
    """A line per criterion: who is first when it counts double, and when it does not count."""
    assert made.comparison is not None
    first = [one["key"] for one in extra["ranking"] if one["rank"] == 1]
    return [
        {"label": word(label, language), "tries": [
            {"times": one["times"], "first": ", ".join(one["first"]), "moved": one["first"] != first}
            for one in extra["sensitivity"] if one["criterion"] == key]}
        for key, label in made.comparison.criteria.items()
    ]  # fmt: skip


def _tipping(
    made: Instrument, given: Mapping[str, Mapping[str, Any]], weights: Mapping[str, Any], order: list[dict[str, Any]],
    language: str,
) -> Iterable[dict[str, Any]]:
    """The weights at which another alternative draws level with the first, one criterion changed at a time."""
    assert made.comparison is not None
    leader = order[0]["key"]
    exactly = {key: Fraction(exact(weight) or 0) for key, weight in weights.items()}
    for key, label in made.comparison.criteria.items():
        for rival in (one["key"] for one in order[1:] if one["rank"] > 1):
            ahead = {name: Fraction(exact(given[leader][name]) or 0) - Fraction(exact(given[rival][name]) or 0)
                     for name in exactly}  # fmt: skip
            rest = sum((exactly[name] * ahead[name] for name in exactly if name != key), Fraction(0))
            if not ahead[key] or (level := -rest / ahead[key]) <= 0:
                continue
            yield {
                "label": word(label, language), "rival": rival, "now": number(exactly[key], language),
                "at": number(level, language), "more": level > exactly[key],
            }  # fmt: skip


def _rows(
    made: Comparison, rows: list[tuple[str, dict[str, Any]]], found: dict[str, Any] | None, language: str
) -> list[Row]:
    """The typed rows, and two empty ones below."""
    placed = {one["key"]: one for one in found["order"]} if found else {}
    shown = []
    for at, (name, marks) in enumerate([*rows, *[("", {})] * EMPTY_ROWS], 1):
        place = placed.get(name)
        cells = tuple((key, word(label, language), _text(marks.get(key))) for key, label in made.criteria.items())
        total = number(exact(place["total"]), language) if place else ""
        shown.append(Row(at, name, cells, total, place["rank"] if place else 0))
    return shown


def _text(mark: object) -> str:
    """A mark as it was typed, or of the example as it is written here."""
    return mark if isinstance(mark, str) else number(exact(mark), "id")
