"""The pivot of one indicator by two groups, on a page where each number opens its records, and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.indicators.counts import Count
from sidamping.features.indicators.queries import pivots
from sidamping.features.indicators.queries.narrowing import narrowed_to, province_first, provinces_of
from sidamping.features.indicators.queries.pivots import COLUMNS, MONTH, ROWS, Pivot, cell_wanted
from sidamping.features.indicators.queries.wanted import READERS, Wanted, address, as_of, usual_group
from sidamping.features.indicators.queries.words import day_words, described, percent, pivot_words
from sidamping.features.indicators.views.boards import asked, page, setting
from sidamping.features.indicators.views.words import opened
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, there
from sidamping.platform.http.pages import page_at_hand
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.indicators import indicator, indicators

MET, ALL = "memenuhi", "semua"


@dataclass(frozen=True)
class Cell:
    """A number under its column with what it is of, or how many have not reported; and where it opens."""

    label: str
    part: int
    whole: int
    share: str
    opens: str
    silent: int = 0


@dataclass(frozen=True)
class Setting:
    """What the address asks of the pivot beyond the board: indicator, both sides, and which number."""

    wanted: Wanted
    code: str
    rows: str
    columns: str
    number: str

    @property
    def query(self) -> str:
        return address(self.wanted, nilai=self.code, baris=self.rows, kolom=self.columns, hitung=self.number)


@allow(*READERS)
@require_safe
def figures_pivot(request: HttpRequest) -> HttpResponse:
    """?nilai= an indicator, ?baris= and ?kolom= the groups, ?hitung= memenuhi or semua."""
    asks, defined = _setting(request)
    viewer, wanted = request.viewer, asks.wanted
    one = there(indicator(asks.code, as_of(viewer, wanted.month)))
    known = setting(request, wanted) | {
        "indicator": described(one), "asks": asks, "indicators": [described(one) for one in defined],
        "query": asks.query, "row_words": pivot_words(ROWS), "rows_word": pivot_words(ROWS)[asks.rows],
        "column_words": pivot_words(COLUMNS),
    }
    if province_first(viewer, wanted, asks.rows):
        places = [(name, replace(asks, wanted=replace(wanted, area=code)).query) for code, name in provinces_of(viewer)]
        return page(request, "pivot.html", known | {"provinces": places})
    found = there(pivots.pivot(viewer, wanted, asks.code, asks.rows, asks.columns))
    shown = page_at_hand(tuple(found.rows.names.items()), itemgetter(0), request.GET.get("after", ""))
    lines = [(name, _cells(found, asks, found.row(row), cell_wanted(wanted, found.rows, row)))
             for row, name in shown.rows]
    sums = _cells(found, asks, found.sums, wanted) if found.sums else []
    return page(request, "pivot.html", known | {"found": found, "lines": lines, "sums": sums, "page": shown})


@allow(*READERS)
@require_safe
def figures_pivot_xlsx(request: HttpRequest) -> FileResponse | HttpResponse:
    """The same with every line: the counts of each cell in columns of their own, so that nobody adds up percentages."""
    asks, _defined = _setting(request)
    if province_first(request.viewer, asks.wanted, asks.rows):
        return go(f"{reverse('figures_pivot')}?{asks.query}")
    found = there(pivots.pivot(request.viewer, asks.wanted, asks.code, asks.rows, asks.columns))
    one, day = described(found.indicator), day_words(asks.wanted.month, request.viewer.on)
    narrowed = narrowed_to(request.viewer, asks.wanted)
    lead = (*([narrowed] if narrowed else []), f"{_('Pembilang')}: {one.numerator}",
            f"{_('Penyebut')}: {one.denominator}",
            f"{_('Sumber')}: {one.origin} {one.status} · {one.version}")
    table = table_of(_("Tabel silang"), _columns(found, asks), _rows(found), f"{one.title} · {day}", lead)
    return workbook(f"tabel-silang-{asks.wanted.month}.xlsx", table)


def _setting(request: HttpRequest) -> tuple[Setting, tuple[Any, ...]]:
    wanted, told = asked(request), request.GET
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    defined = indicators(as_of(viewer, wanted.month), wanted.programme)
    code = told.get("nilai", "") or (defined[0].code if defined else "")
    rows = told["baris"] if told.get("baris") in ROWS else usual_group(viewer)
    columns = told["kolom"] if told.get("kolom") in COLUMNS else MONTH
    if rows == columns:
        columns = "programme" if rows == MONTH else MONTH
    return Setting(wanted, code, rows, columns, ALL if told.get("hitung") == ALL else MET), defined


def _cells(found: Pivot, asks: Setting, counts: Sequence[Count], wanted: Wanted) -> list[Cell]:
    """The counts of a line; each opens the board of the line narrowed to its column, the sum the whole line."""
    opens = [*(cell_wanted(wanted, found.columns, column) for column in found.columns.names), wanted]
    return [_cell(found, asks, head, count, counts[-1].population, narrowed)
            for head, count, narrowed in zip(found.heads, counts, opens, strict=False)]


def _cell(found: Pivot, asks: Setting, label: str, count: Count, line: int, narrowed: Wanted) -> Cell:
    """`line`: how many the whole line asks, told of no months."""
    told = opened(found.indicator, count, narrowed)
    if asks.number == MET and not count.whole:
        return Cell(label, 0, 0, "", told.unreported, count.unreported)
    if asks.number == MET:
        return Cell(label, count.part, count.whole, told.share, told.yes)
    share = Share(count.population, line if found.columns.adds_up else count.population)
    return Cell(label, share.part, share.whole, percent(share), told.everybody)


def _columns(found: Pivot, asks: Setting) -> list[tuple[str, Kind, int]]:
    counted = [(f"{head}: {word}", Kind.NUMBER, 16) for head in found.heads
               for word in (_("memenuhi"), _("dapat ditentukan"), _("semua"))]
    return [(pivot_words(ROWS)[asks.rows], Kind.TEXT, 28), *counted]


def _rows(found: Pivot) -> Iterator[tuple[Value, ...]]:
    for row, name in found.rows.names.items():
        yield name, *_numbers(found.row(row))
    if found.sums:
        yield _("Seluruhnya"), *_numbers(found.sums)


def _numbers(counts: Sequence[Count]) -> Iterator[int]:
    return (value for one in counts for value in (one.part, one.whole, one.population))
