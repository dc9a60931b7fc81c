"""Indicators for other programs: every count of a month with its whole and coverage, by area, cohort or programme.

Counts only; who wants a percentage divides. Scope is that of the boards.
"""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.domain.indicators.counts import Count
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.indicators.queries import boards, pivots
from sidamping.features.indicators.queries.boards import Comparison, Line
from sidamping.features.indicators.queries.wanted import COMPARED, READERS, Wanted, as_of
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["indikator"])


class CountOut(Schema):
    """`part` of the `whole` that is reported, of the `population` asked; the rest is not reported, not zero."""

    indicator: str
    part: int
    whole: int
    population: int


class GroupOut(Schema):
    """A group by its key (code of the area or programme, id of the cohort); '' is all of them together."""

    key: str
    name: str
    counts: list[CountOut]


class IndicatorsOut(Schema):
    """The month, the day it is told as of, and the counts of each group."""

    month: str
    as_of: date
    by: str
    whole: GroupOut
    groups: list[GroupOut]


class Asked(Schema):
    """`month`: YYYY-MM, this month when empty; `by`: province, regency, cohort or programme."""

    month: str = ""
    programme: str = ""
    cohort: UUID | None = None
    area: str = ""
    by: str = "regency"


@router.get("/indicators", response=IndicatorsOut, summary=_("Hitungan setiap indikator menurut kelompok"))
def indicators(request: HttpRequest, asked: Query[Asked]) -> IndicatorsOut:
    """The board of figures as data."""
    viewer = _reader(request)
    wanted = Wanted(_month(asked.month, viewer), asked.programme, asked.cohort, asked.area, asked.by)
    if asked.by not in COMPARED:
        raise Refused(problem("GENERAL_004", "by", label="by", seen=asked.by, example=", ".join(COMPARED)))
    found = boards.comparison(viewer, wanted)
    return IndicatorsOut(
        month=str(wanted.month), as_of=as_of(viewer, wanted.month), by=asked.by,
        whole=_group(found, found.whole), groups=[_group(found, line) for line in found.lines],
    )


class CellOut(Schema):
    """The count of those in both groups, by their keys: codes, ids, values of a measure, months; '' = none."""

    row: str
    column: str
    part: int
    whole: int
    population: int


class PivotOut(Schema):
    """The cells with anybody in them, and the names of the keys of both sides."""

    month: str
    as_of: date
    indicator: str
    rows: dict[str, str]
    columns: dict[str, str]
    cells: list[CellOut]


class Crossed(Schema):
    """What is crossed: an indicator by two different groups; months are those of the year that ends with `month`."""

    indicator: str
    rows: Literal[pivots.ROWS]  # type: ignore[valid-type]  # the very words of the pivot
    columns: Literal[pivots.COLUMNS]  # type: ignore[valid-type]  # the very words of the pivot
    month: str = ""
    programme: str = ""
    cohort: UUID | None = None
    area: str = ""


@router.get("/indicators/pivot", response=PivotOut, summary=_("Hitungan satu indikator menurut dua kelompok"))
def pivot(request: HttpRequest, asked: Query[Crossed]) -> PivotOut:
    """The pivot as data."""
    viewer = _reader(request)
    wanted = Wanted(_month(asked.month, viewer), asked.programme, asked.cohort, asked.area)
    found = pivots.pivot(viewer, wanted, asked.indicator, asked.rows, asked.columns)
    if found is None:
        raise Refused(problem(
            "GENERAL_004", "indicator", label="indicator, rows, columns", example="visited, mentor, month",
            seen=f"{asked.indicator[:60]}, {asked.rows}, {asked.columns}",
        ))
    return PivotOut(
        month=str(wanted.month), as_of=as_of(viewer, wanted.month), indicator=asked.indicator,
        rows=dict(found.rows.names), columns=dict(found.columns.names),
        cells=[CellOut(row=row, column=column, part=one.part, whole=one.whole, population=one.population)
               for (row, column), one in sorted(found.cells.items())],
    )


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied
    return viewer


def _group(found: Comparison, line: Line) -> GroupOut:
    told = zip(found.indicators, line.counts, strict=True)
    return GroupOut(key=line.key, name=line.name, counts=[_count(one.code, count) for one, count in told])


def _count(code: str, one: Count) -> CountOut:
    return CountOut(indicator=code, part=one.part, whole=one.whole, population=one.population)


def _month(text: str, viewer: Viewer) -> Month:
    if not text:
        return Month.of(viewer.on)
    try:
        return Month.parse(text)
    except ValueError:
        raise Refused(problem("GENERAL_004", "month", label="month", seen=text[:20], example="2026-11")) from None
