"""Boards: every indicator of a programme or area as a tile, a comparison of areas or cohorts, one indicator over time.

Each figure is a count of a stated whole with its coverage, as of a day, and opens the mentorings behind it (C4, F6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sidamping.domain.indicators.counts import NONE, Count
from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Stale
from sidamping.features.indicators.queries.asking import STATES, YES, answers, behind, crossings, shown
from sidamping.features.indicators.queries.groups import Question, group_names
from sidamping.features.indicators.queries.narrowing import cohorts_seen
from sidamping.features.indicators.queries.wanted import PROVINCE, Wanted, as_of, home_province, year_of
from sidamping.features.indicators.queries.words import group_word
from sidamping.features.programmes.queries import EngagementFilter, engagement_page
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page
from sidamping.platform.territory.queries import BoundaryLine, boundaries
from sidamping.rules.indicators import Indicator, indicator, indicators


@dataclass(frozen=True)
class Tile:
    """An indicator at the end of the month, and a month before."""

    indicator: Indicator
    count: Count
    before: Count


@dataclass(frozen=True)
class Board:
    """The tiles by group, in the order of the rulebook; `stale`: mentorings not yet judged anew."""

    wanted: Wanted
    groups: tuple[tuple[str, tuple[Tile, ...]], ...]
    cohorts: tuple[tuple[UUID, str], ...]
    stale: int

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return tuple(tile for _, tiles in self.groups for tile in tiles)


@dataclass(frozen=True)
class Line:
    """A group of a comparison: its key and name, and the count of each indicator."""

    key: str
    name: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Comparison:
    """The same indicators for every group, and for all of them together."""

    indicators: tuple[Indicator, ...]
    lines: tuple[Line, ...]
    whole: Line


@dataclass(frozen=True)
class Map:
    """The count of each province, or of each regency of one; `outlines` with `names` where an office loaded any."""

    counts: Mapping[str, Count]
    names: Mapping[str, str]
    outlines: tuple[BoundaryLine, ...]


@dataclass(frozen=True)
class Figure:
    """One indicator: now, over the last year, by area; `whole` is now."""

    indicator: Indicator
    whole: Count
    series: tuple[tuple[Month, Count], ...]
    by: tuple[Line, ...]
    map: Map


@dataclass(frozen=True)
class Behind:
    """A page of the mentorings behind a figure, each with its value and, of records, the whole; `page` holds cards."""

    indicator: Indicator
    count: Count
    page: Page
    values: Mapping[UUID, tuple[int | None, int | None]]


def board(viewer: Viewer, wanted: Wanted) -> Board:
    """Every indicator of which somebody the viewer may see is asked."""
    defined = indicators(as_of(viewer, wanted.month), wanted.programme)
    before = wanted.month.previous
    asked = [Question(one.definition, month) for month in (wanted.month, before) for one in defined]
    told = answers(viewer, wanted.among, asked)
    tiles = [Tile(one, told.get((at, ""), NONE), told.get((at + len(defined), ""), NONE))
             for at, one in enumerate(defined)]
    grouped: dict[str, list[Tile]] = {}
    for tile in tiles:
        if tile.count.population:
            grouped.setdefault(tile.indicator.group, []).append(tile)
    return Board(
        wanted, tuple((group, tuple(own)) for group, own in grouped.items()),
        _cohorts(viewer, wanted), Stale.objects.count(),
    )


def comparison(viewer: Viewer, wanted: Wanted) -> Comparison:
    """Groups side by side; the chosen indicators, in the order of the rulebook."""
    defined = tuple(one for one in indicators(as_of(viewer, wanted.month), wanted.programme)
                    if not wanted.chosen or one.code in wanted.chosen)
    told = answers(viewer, wanted.among, [Question(one.definition, wanted.month) for one in defined], wanted.by)
    used = [at for at in range(len(defined)) if any(place == at for place, _ in told)]
    lines = _lines(wanted, told, used)
    sums = tuple(sum((line.counts[at] for line in lines), NONE) for at in range(len(used)))
    return Comparison(tuple(defined[at] for at in used), lines, Line("", "", sums))


def figure(viewer: Viewer, wanted: Wanted, code: str) -> Figure | None:
    """One indicator with its year and its areas; None when the rulebook does not define it."""
    one = indicator(code, as_of(viewer, wanted.month))
    if one is None:
        return None
    months = year_of(wanted.month)
    told = answers(viewer, wanted.among, [Question(one.definition, month) for month in months])
    series = tuple((month, told.get((at, ""), NONE)) for at, month in enumerate(months))
    groups, regencies = _grouped(viewer, wanted, Question(one.definition, wanted.month))
    lines = _lines(wanted, {(0, key): count for key, count in groups.items()}, [0])
    return Figure(one, series[-1][1], series, lines, _map(viewer, wanted, regencies))


def mentorings(viewer: Viewer, wanted: Wanted, code: str, state: str, after: str = "") -> Behind | None:
    """A page of who stands behind a figure, by name; None when the rulebook does not define it."""
    one = indicator(code, as_of(viewer, wanted.month))
    if one is None:
        return None
    question = Question(one.definition, wanted.month)
    chosen: Any = behind(viewer, wanted.among, question, state if state in STATES else YES)
    page = engagement_page(viewer, EngagementFilter(among=chosen, any_time=True, walked=False), after)
    count = answers(viewer, wanted.among, [question]).get((0, ""), NONE)
    return Behind(one, count, page, shown(question, [card.id for card in page.rows]))


def _grouped(viewer: Viewer, wanted: Wanted, question: Question) -> tuple[dict[str, Count], dict[str, Count]]:
    """The counts by the groups of the board, and by regency for the map."""
    groups: dict[str, Count] = {}
    regencies: dict[str, Count] = {}
    told = crossings(viewer, wanted.among, [question], (wanted.by, "regency"))
    for (_place, (group, regency)), count in told.items():
        groups[group] = groups.get(group, NONE) + count
        regencies[regency] = regencies.get(regency, NONE) + count
    return groups, regencies


def _lines(wanted: Wanted, told: Mapping[tuple[int, str], Count], used: Sequence[int]) -> tuple[Line, ...]:
    keys = sorted({key for _, key in told})
    named = group_names(wanted.by, keys, wanted.month.end)
    lines = (Line(key, group_word(wanted.by, key, named), tuple(told.get((at, key), NONE) for at in used))
             for key in keys)
    return tuple(sorted(lines, key=lambda line: (not line.key, line.name)))


def _cohorts(viewer: Viewer, wanted: Wanted) -> tuple[tuple[UUID, str], ...]:
    """Those of the programme in which the viewer sees anybody; asked once a programme or a cohort is chosen."""
    if not wanted.programme and not wanted.cohort:
        return ()
    return cohorts_seen(viewer, wanted.programme)


def _map(viewer: Viewer, wanted: Wanted, regencies: Mapping[str, Count]) -> Map:
    """Of the province the board or its reader is about, when its outlines were loaded; else of the nation."""
    outlines = boundaries(home_province(viewer, wanted))
    if any("." in one.code for one in outlines):
        return Map(regencies, {one.code: one.name for one in outlines}, outlines)
    provinces: dict[str, Count] = {}
    for code, count in regencies.items():
        provinces[code[:PROVINCE]] = provinces.get(code[:PROVINCE], NONE) + count
    return Map(provinces, {one.code: one.name for one in outlines}, outlines)
