"""Areas, cohorts or programmes side by side, the same as a workbook, and intensity against outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.indicators.counts import Count
from sidamping.features.indicators.queries import boards
from sidamping.features.indicators.queries.boards import Comparison, Line
from sidamping.features.indicators.queries.crossed import BAND, Band, cross
from sidamping.features.indicators.queries.narrowing import narrowed_to, province_first, provinces_of
from sidamping.features.indicators.queries.wanted import READERS, Wanted, address, one_group
from sidamping.features.indicators.queries.words import Described, by_words, day_words, described
from sidamping.features.indicators.views.boards import asked, page, setting
from sidamping.features.indicators.views.words import Opened, opened
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.pages import page_at_hand
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.indicators import Indicator


@allow(*READERS)
@require_safe
def figures_compare(request: HttpRequest) -> HttpResponse:
    """The pivot: a line for each group (?per=), a column for each indicator (?indikator=, repeatable)."""
    wanted = asked(request)
    known = setting(request, wanted) | {"by": by_words()}
    if province_first(request.viewer, wanted, wanted.by):
        places = [(name, address(replace(wanted, area=code))) for code, name in provinces_of(request.viewer)]
        return page(request, "compare.html", known | {"provinces": places})
    found = boards.comparison(request.viewer, wanted)
    shown = page_at_hand(found.lines, attrgetter("key"), request.GET.get("after", ""))
    heads = [described(one) for one in found.indicators]
    groups = [(line, one_group(wanted, line.key)) for line in shown.rows]
    context = known | {
        "indicators": heads, "page": shown,
        "lines": [(line, address(own), _shares(heads, found.indicators, line.counts, own)) for line, own in groups],
        "whole": _shares(heads, found.indicators, found.whole.counts, wanted),
    }
    return page(request, "compare.html", context)


@allow(*READERS)
@require_safe
def figures_export(request: HttpRequest) -> FileResponse | HttpResponse:
    """The pivot as a workbook: counts in columns of their own, so that nobody has to add up percentages."""
    wanted = asked(request)
    if province_first(request.viewer, wanted, wanted.by):
        return go(f"{reverse('figures_compare')}?{address(wanted)}")
    found = boards.comparison(request.viewer, wanted)
    title = f"{_('Papan angka')} · {day_words(wanted.month, request.viewer.on)}"
    narrowed = narrowed_to(request.viewer, wanted)
    tab = by_words()[wanted.by].replace("/", "-")
    return workbook(
        f"papan-angka-{wanted.month}.xlsx",
        table_of(tab, _columns(found, by_words()[wanted.by]), _rows(found), title,
                 [narrowed] if narrowed else []),
        table_of(_("Arti indikator"), _meaning_columns(), list(_meanings(found)), title),
    )


@allow(*READERS)
@require_safe
def figures_cross(request: HttpRequest) -> HttpResponse:
    """How often participants were met, against what they reached."""
    wanted = asked(request)
    found = cross(request.viewer, wanted)
    heads = [described(one) for one in found.outcomes]
    rows = [(band, described(band.indicator).title if band.indicator else "",
             _shares(heads, found.outcomes, band.outcomes, _of_band(wanted, band))) for band in found.bands]
    context = setting(request, wanted) | {
        "outcomes": heads, "rows": rows,
    }
    return page(request, "cross.html", context)


def _shares(
    heads: Sequence[Described], asked_of: Sequence[Indicator], counts: Sequence[Count], wanted: Wanted
) -> list[tuple[str, Opened]]:
    """The cells of a line, each with the head it stands under."""
    return [(head.title, opened(one, count, wanted))
            for head, one, count in zip(heads, asked_of, counts, strict=True)]


def _of_band(wanted: Wanted, band: Band) -> Wanted:
    """The board narrowed to those met so often, or to those of whom that cannot be told."""
    least = band.indicator.definition.part.least if band.indicator else None
    return one_group(wanted, "" if least is None else str(least), BAND)


def _columns(found: Comparison, group: str) -> list[tuple[str, Kind, int]]:
    counted = [(f"{described(one).title}: {word}", Kind.NUMBER, 16) for one in found.indicators
               for word in (_("memenuhi"), _("dapat ditentukan"), _("semua"))]
    return [(_("Kode"), Kind.TEXT, 12), (group, Kind.TEXT, 28), *counted]


def _rows(found: Comparison) -> Iterator[tuple[Value, ...]]:
    yield from map(_row, found.lines)
    if found.lines:
        yield _row(replace(found.whole, name=_("Seluruhnya")))


def _row(line: Line) -> tuple[Value, ...]:
    return (line.key, line.name, *(value for one in line.counts for value in (one.part, one.whole, one.population)))


def _meaning_columns() -> list[tuple[str, Kind, int]]:
    return [(_("Indikator"), Kind.TEXT, 32), (_("Pembilang"), Kind.TEXT, 60), (_("Penyebut"), Kind.TEXT, 60),
            (_("Sumber"), Kind.TEXT, 60), (_("Status"), Kind.TEXT, 10), (_("Versi"), Kind.TEXT, 32)]


def _meanings(found: Comparison) -> Iterator[tuple[Value, ...]]:
    for one in map(described, found.indicators):
        yield one.title, one.numerator, one.denominator, one.origin, one.status, one.version
