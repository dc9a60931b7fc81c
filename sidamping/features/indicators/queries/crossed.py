"""Intensity against outcome: of each band of contacts, how many reached each indicator of success (C5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from sidamping.domain.indicators.counts import Count
from sidamping.features.indicators.queries.asking import closer, people
from sidamping.features.indicators.queries.groups import Among, narrowed
from sidamping.features.indicators.queries.statements import Sql, values
from sidamping.features.indicators.queries.wanted import Wanted, as_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.indicators import Indicator, indicators

BAND, OUTCOME = "intensity", "outcome"


@dataclass(frozen=True)
class Band:
    """A band with the count of each outcome among those in it; None as band: it cannot be told."""

    indicator: Indicator | None
    size: int
    outcomes: tuple[Count, ...]


@dataclass(frozen=True)
class Cross:
    """The whole table: its rows are the bands, then those without one; each row is a population of its own."""

    outcomes: tuple[Indicator, ...]
    bands: tuple[Band, ...]

    @property
    def size(self) -> int:
        return sum(one.size for one in self.bands)


def cross(viewer: Viewer, wanted: Wanted) -> Cross:
    """The table as of the board's month, in one statement."""
    defined = indicators(as_of(viewer, wanted.month), wanted.programme)
    bands = [one for one in defined if one.group == BAND]
    outcomes = tuple(one for one in defined if one.group == OUTCOME)
    told = _told(viewer, closer(viewer, wanted.among), wanted, bands, outcomes) if bands and outcomes else {}
    rows = [(one, told.get(one.definition.part.least)) for one in bands] + [(None, told.get(None))]
    made = (Band(one, size, counts) for one, found in rows if found for size, counts in [found])
    return Cross(outcomes, tuple(made))


def _told(
    viewer: Viewer, among: Among, wanted: Wanted, bands: Sequence[Indicator], outcomes: Sequence[Indicator]
) -> dict[int | None, tuple[int, tuple[Count, ...]]]:
    """Value of the band → how many, and the counts of the outcomes; everybody whose mentoring has begun."""
    asked = Sql("SELECT band.value, count(*)")
    joined = Sql(" FROM people p LEFT JOIN (") + values(bands[0].definition.part, wanted.month, among.within)
    joined += Sql(") band USING (engagement_id)")
    for place, one in enumerate(outcomes):
        asked += Sql(f", count(o{place}.value), count(*) FILTER (WHERE o{place}.value = 1)")
        joined += Sql(" LEFT JOIN (") + values(one.definition.part, wanted.month, among.within)
        joined += Sql(f") o{place} USING (engagement_id)")
    where = Sql(" WHERE p.began <= %s AND p.programme = ANY(%s)",
                (wanted.month.start, list(outcomes[0].definition.programmes)))
    where += narrowed(among, wanted.month) + Sql(" GROUP BY 1")
    whole = people(viewer, among) + asked + joined + where
    with connection.cursor() as cursor:
        cursor.execute(whole.text, whole.given)
        return {row[0]: (row[1], tuple(Count(row[at + 1], row[at], row[1]) for at in range(2, len(row), 2)))
                for row in cursor.fetchall()}
