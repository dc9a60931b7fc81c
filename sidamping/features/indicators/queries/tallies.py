"""Counts that stand ready: of each regency, programme and cohort, added up for who sees those whole (decision 0050);
where a board asks for sectors, intensities and the like, those that are kept by them too (decision 0057).

A regency in which something changed since is left out here, and the summary is asked in its place: no answer is old.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby

from django.db import connection

from sidamping.features.indicators.queries.groups import CARRIED, MEASURED, NOBODY, PLACES, Among, Question
from sidamping.features.indicators.queries.statements import Sql, seen_whole
from sidamping.platform.access.viewer import Viewer

READY = """
WITH touched AS MATERIALIZED (SELECT regency, min(month) AS month FROM indicators_touched GROUP BY regency)
SELECT t.asked, t.month, array(SELECT d.regency FROM touched d WHERE d.month <= t.month AND d.regency LIKE %s)
FROM unnest(%s::text[], %s::date[]) AS t (asked, month) JOIN indicators_tallied USING (asked, month)
"""
ADDED = """
SELECT q.place, {groups}sum(p.part)::bigint, sum(p.whole)::bigint, sum(p.population)::bigint
FROM unnest(%s::int[], %s::text[], %s::date[]) AS q (place, asked, month)
JOIN {table} p USING (asked, month)
WHERE {scope} GROUP BY {numbers}
"""
COLUMNS = PLACES | CARRIED
Touched = tuple[str, ...]
"""Regencies in which something changed since a question was counted."""


def ready(viewer: Viewer, among: Among, questions: Sequence[Question], by: Collection[str]) -> dict[int, Touched]:
    """The places of the questions whose counts stand ready, and where they do not hold any more."""
    if seen_whole(viewer, "p") is None or among.mentor or not COLUMNS.keys() >= set(by):
        return {}
    with connection.cursor() as cursor:
        cursor.execute(READY, [f"{among.area}%", *_keys(questions)])
        found = {(asked, month): tuple(sorted(touched)) for asked, month, touched in cursor.fetchall()}
    places = ((place, found.get(_key(one))) for place, one in enumerate(questions))
    return {place: touched for place, touched in places if touched is not None}


def added(
    viewer: Viewer, among: Among, questions: Sequence[Question], by: Sequence[str], ready: Mapping[int, Touched]
) -> list[Sql]:
    """(place, key of each group, part, whole, population), a statement for all questions touched in the same places."""
    alike = groupby(sorted(ready, key=lambda place: ready[place]), key=lambda place: ready[place])
    return [_added(viewer, among, {place: questions[place] for place in places}, by, touched)
            for touched, places in alike]


def _added(
    viewer: Viewer, among: Among, questions: Mapping[int, Question], by: Sequence[str], touched: Touched
) -> Sql:
    scope = _scope(viewer, among) + (Sql(" AND p.regency <> ALL(%s)", (list(touched),)) if touched else Sql(""))
    groups = "".join(f"{COLUMNS[name]}, " for name in by)
    numbers = ", ".join(str(at + 1) for at in range(len(by) + 1))
    finely = among.held or not MEASURED.keys().isdisjoint(by)
    table = "indicators_measuredtally" if finely else "indicators_tally"
    text = ADDED.format(groups=groups, table=table, scope=scope.text, numbers=numbers)
    return Sql(text, (list(questions), *_keys(list(questions.values())), *scope.given))


def _scope(viewer: Viewer, among: Among) -> Sql:
    """What the viewer may see, narrowed, as a condition on a tally `p`."""
    scope = seen_whole(viewer, "p") or Sql("false")
    if among.programme:
        scope += Sql(" AND p.programme = %s", (among.programme,))
    if among.cohort == NOBODY:
        scope += Sql(" AND p.cohort_id IS NULL")
    elif among.cohort:
        scope += Sql(" AND p.cohort_id = %s", (among.cohort,))
    for name, value in among.held:
        scope += Sql(f" AND p.{name} IS NOT DISTINCT FROM %s", (value,))
    return scope + Sql(" AND p.regency LIKE %s", (f"{among.area}%",)) if among.area else scope


def _key(one: Question) -> tuple[str, date]:
    return one.definition.meaning, one.month.start


def _keys(questions: Sequence[Question]) -> tuple[list[str], list[date]]:
    return [one.definition.meaning for one in questions], [one.month.start for one in questions]
