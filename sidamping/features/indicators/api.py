"""Indicators for other programs: every count of a month with its whole and coverage, by area, cohort or programme.

Counts only; who wants a percentage divides. Scope is that of the boards.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from sidamping.domain.indicators.counts import Count
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.indicators.queries import boards
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
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied
    wanted = Wanted(_month(asked.month, viewer), asked.programme, asked.cohort, asked.area, asked.by)
    if asked.by not in COMPARED:
        raise Refused(problem("GENERAL_004", "by", label="by", seen=asked.by, example=", ".join(COMPARED)))
    found = boards.comparison(viewer, wanted)
    return IndicatorsOut(
        month=str(wanted.month), as_of=as_of(viewer, wanted.month), by=asked.by,
        whole=_group(found, found.whole), groups=[_group(found, line) for line in found.lines],
    )


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
