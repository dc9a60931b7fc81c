"""The pivot: one indicator by any two groups, or by a group and the months of a year; counts, never stored shares (F6).

A mentoring falls into one cell of each month, so that cells add up to their row; sums over months would count it twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from sidamping.domain.indicators.counts import NONE, Count
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.asking import crossings
from sidamping.features.indicators.queries.groups import GROUPS, MEASURED, MENTOR, Question, group_names
from sidamping.features.indicators.queries.wanted import Wanted, as_of, one_group, year_of
from sidamping.features.indicators.queries.words import group_word, month_words
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.indicators import Indicator, indicator

MONTH = "month"
ROWS = (*GROUPS, MONTH)
COLUMNS = tuple(name for name in ROWS if name not in ("regency", MENTOR))
"""Groups of which there are few enough to stand side by side."""


@dataclass(frozen=True)
class Axis:
    """The groups along a side: by what, and the name of each key in the order they stand."""

    by: str
    names: Mapping[str, str]

    @property
    def adds_up(self) -> bool:
        """Nobody stands twice along it; who is there in one month is there in the next."""
        return self.by != MONTH


@dataclass(frozen=True)
class Pivot:
    """The cells by (row, column); a cell nobody falls into is left out."""

    indicator: Indicator
    rows: Axis
    columns: Axis
    cells: Mapping[tuple[str, str], Count]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names over the counts of `row` and of `sums`."""
        return (*self.columns.names.values(), *([_("Seluruhnya")] if self.columns.adds_up else []))

    def cell(self, row: str, column: str) -> Count:
        return self.cells.get((row, column), NONE)

    def row(self, row: str) -> tuple[Count, ...]:
        """The counts of a row, with their sum at the end where the columns add up."""
        return self._closed(self.cell(row, column) for column in self.columns.names)

    @property
    def sums(self) -> tuple[Count, ...]:
        """The sum of each column, with that of all at the end where the columns add up; none where the rows do not."""
        if not self.rows.adds_up:
            return ()
        return self._closed(sum((self.cell(row, column) for row in self.rows.names), NONE)
                            for column in self.columns.names)

    def _closed(self, counts: Iterable[Count]) -> tuple[Count, ...]:
        told = tuple(counts)
        return (*told, sum(told, NONE)) if self.columns.adds_up else told


def pivot(viewer: Viewer, wanted: Wanted, code: str, rows: str, columns: str) -> Pivot | None:
    """The whole table in one statement; None for an indicator nobody defined, and for a group crossed with itself."""
    one = indicator(code, as_of(viewer, wanted.month))
    if one is None or rows == columns:
        return None
    months = year_of(wanted.month) if MONTH in (rows, columns) else (wanted.month,)
    by = tuple(name for name in (rows, columns) if name != MONTH)
    told = crossings(viewer, wanted.among, [Question(one.definition, month) for month in months], by)
    cells = {_place(rows, columns, months[at], group): count for (at, group), count in told.items()}
    return Pivot(one, _axis(viewer, wanted, rows, {row for row, _column in cells}),
                 _axis(viewer, wanted, columns, {column for _row, column in cells}), cells)


def cell_wanted(wanted: Wanted, axis: Axis, key: str) -> Wanted:
    """The board narrowed to a group of the axis."""
    if axis.by != MONTH:
        return one_group(wanted, key, axis.by)
    return replace(wanted, month=Month.parse(key))


def _place(rows: str, columns: str, month: Month, group: tuple[str, ...]) -> tuple[str, str]:
    if rows == MONTH:
        return str(month), group[0]
    return group[0], str(month) if columns == MONTH else group[1]


def _axis(viewer: Viewer, wanted: Wanted, by: str, found: set[str]) -> Axis:
    """Newest months first, measured groups by their value, the others by name; those without a name at the end."""
    if by == MONTH:
        return Axis(by, {key: month_words(Month.parse(key), viewer.on) for key in sorted(found, reverse=True)})
    named = group_names(by, found, wanted.month.end)
    known = [key for key in named if key in found]
    ordered = known if by in MEASURED else sorted(known, key=lambda key: named[key])
    return Axis(by, {key: group_word(by, key, named) for key in (*ordered, *sorted(found - set(known), reverse=True))})
