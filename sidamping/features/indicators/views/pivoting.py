"""The pivot of one indicator by two groups, on a page where each number opens its records, and as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.indicators.counts import Count
from sidamping.features.indicators.queries import boards, pivots
from sidamping.features.indicators.queries.pivots import COLUMNS, MONTH, MOST_ROWS, ROWS, Pivot, cell_wanted
from sidamping.features.indicators.queries.wanted import READERS, Wanted, address, as_of, usual_group
from sidamping.features.indicators.queries.words import day_words, described, percent
from sidamping.features.indicators.views.boards import asked, page, setting
from sidamping.features.indicators.views.words import opened, pivot_words
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import there
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.indicators import indicators

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
    found = there(pivots.pivot(request.viewer, asks.wanted, asks.code, asks.rows, asks.columns))
    columns = list(found.columns.names.items())
    lines = [(name, [_cell(found, asks, row, *column) for column in columns], _row_sum(found, asks, row))
             for row, name in list(found.rows.names.items())[:MOST_ROWS]]
    sums = [_column_sum(found, asks, *column) for column in columns] if found.rows.adds_up else []
    context = setting(request, asks.wanted) | {
        "found": found, "indicator": described(found.indicator), "lines": lines, "sums": sums, "asks": asks,
        "indicators": [described(one) for one in defined], "row_words": pivot_words(ROWS), "query": asks.query,
        "rows_word": pivot_words(ROWS)[asks.rows], "column_words": pivot_words(COLUMNS),
        "programmes": boards.programmes_of(request.viewer), "left": max(len(found.rows.names) - MOST_ROWS, 0),
    }
    return page(request, "pivot.html", context)


@allow(*READERS)
@require_safe
def figures_pivot_xlsx(request: HttpRequest) -> FileResponse:
    """The same with every line: the counts of each cell in columns of their own, so that nobody adds up percentages."""
    asks, _defined = _setting(request)
    found = there(pivots.pivot(request.viewer, asks.wanted, asks.code, asks.rows, asks.columns))
    one, day = described(found.indicator), day_words(asks.wanted.month, request.viewer.on)
    lead = (f"{_('Pembilang')}: {one.numerator}", f"{_('Penyebut')}: {one.denominator}",
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


def _cell(found: Pivot, asks: Setting, row: str, column: str, name: str) -> Cell:
    narrowed = cell_wanted(cell_wanted(asks.wanted, found.columns, column), found.rows, row)
    return _told(found, asks, name, found.cell(row, column), found.row_sum(row), narrowed)


def _row_sum(found: Pivot, asks: Setting, row: str) -> Cell | None:
    """Nothing where the columns are months: who is there twice would be counted twice."""
    if not found.columns.adds_up:
        return None
    count = found.row_sum(row)
    return _told(found, asks, _("Seluruhnya"), count, count, cell_wanted(asks.wanted, found.rows, row))


def _column_sum(found: Pivot, asks: Setting, column: str, name: str) -> Cell:
    count = found.column_sum(column)
    return _told(found, asks, name, count, count, cell_wanted(asks.wanted, found.columns, column))


def _told(found: Pivot, asks: Setting, label: str, count: Count, row: Count, narrowed: Wanted) -> Cell:
    told, label = opened(found.indicator, count, narrowed), label or _("Tidak ada")
    if asks.number == MET and not count.whole:
        return Cell(label, 0, 0, "", told.unreported, count.unreported)
    if asks.number == MET:
        return Cell(label, count.part, count.whole, told.share, told.yes)
    share = Share(count.population, row.population if found.columns.adds_up else count.population)
    return Cell(label, share.part, share.whole, percent(share), told.everybody)


def _columns(found: Pivot, asks: Setting) -> list[tuple[str, Kind, int]]:
    counted = [(f"{name or _('Tidak ada')}: {word}", Kind.NUMBER, 16) for name in found.columns.names.values()
               for word in (_("memenuhi"), _("dapat ditentukan"), _("semua"))]
    return [(pivot_words(ROWS)[asks.rows], Kind.TEXT, 28), *counted]


def _rows(found: Pivot) -> list[tuple[Value, ...]]:
    return [
        (name or _("Tidak ada"), *(value for column in found.columns.names for count in [found.cell(row, column)]
                                   for value in (count.part, count.whole, count.population)))
        for row, name in found.rows.names.items()
    ]
