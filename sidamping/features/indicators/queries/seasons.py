"""Turnover at equal season: each month with the same month a year before, over those who told both (C6).

The plain meaning is `domain.indicators.seasons.same_season`; here the database adds, and a nation costs one statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from sidamping.domain.indicators.definitions import TURNOVER
from sidamping.domain.indicators.seasons import Compared
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.asking import closer, people
from sidamping.features.indicators.queries.groups import narrowed
from sidamping.features.indicators.queries.statements import Sql
from sidamping.features.indicators.queries.wanted import Wanted, year_of
from sidamping.features.programmes.queries import EngagementFilter, engagement_page
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page

PAIRS = """
 FROM people p
 JOIN indicators_summary now ON now.engagement_id = p.engagement_id AND now.measure = %s AND now.value IS NOT NULL
 JOIN indicators_summary ago ON ago.engagement_id = p.engagement_id AND ago.measure = %s AND ago.value IS NOT NULL
     AND ago.month = (now.month - interval '1 year')::date
 WHERE now.month BETWEEN %s AND %s
"""


@dataclass(frozen=True)
class Pairs:
    """A page of who told both months, with what each told: a year ago, and now."""

    page: Page
    values: Mapping[UUID, tuple[int, int]]


def seasons(viewer: Viewer, wanted: Wanted) -> tuple[Compared, ...]:
    """The twelve months up to the board's, newest first; a month nobody told twice has no pairs."""
    months = year_of(wanted.month)
    sums = "now.month, sum(ago.value)::bigint, sum(now.value)::bigint, count(*)"
    asked = _paired(viewer, wanted, sums, months[0]) + Sql(" GROUP BY 1")
    found = {row[0]: row[1:] for row in _rows(asked)}
    return tuple(Compared(month, *found.get(month.start, (0, 0, 0))) for month in reversed(months))


def season_pairs(viewer: Viewer, wanted: Wanted, after: str = "") -> Pairs:
    """Who stands behind the board's month."""
    asked = _paired(viewer, wanted, "p.engagement_id", wanted.month)
    chosen: Any = RawSQL(asked.text, asked.given)
    page = engagement_page(viewer, EngagementFilter(among=chosen, any_time=True, walked=False), after)
    own = Sql(" AND p.engagement_id = ANY(%s)", ([card.id for card in page.rows],))
    told = _paired(viewer, wanted, "p.engagement_id, ago.value, now.value", wanted.month) + own
    return Pairs(page, {id: (before, now) for id, before, now in _rows(told)})


def _paired(viewer: Viewer, wanted: Wanted, columns: str, first: Month) -> Sql:
    """The columns of every pair of the months from the first to the board's."""
    among = closer(viewer, wanted.among)
    pairs = Sql(PAIRS, (TURNOVER, TURNOVER, first.start, wanted.month.start)) + narrowed(among, wanted.month)
    return people(viewer, among, [wanted.month]) + Sql(f" SELECT {columns}") + pairs


def _rows(asked: Sql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.given)
        return list(cursor.fetchall())
