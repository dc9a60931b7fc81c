"""An indicator as an Ibis expression over the table of the summary: the same for every engine.

What is meant stands in `domain.indicators.counts.counted`; tests compare the two.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import and_
from typing import Any

from sidamping.domain.indicators.definitions import (
    ENDED,
    EVER,
    LATEST,
    MENTEES,
    RUNNING,
    SPAN,
    STARTED,
    ZERO,
    Definition,
    Part,
)
from sidamping.domain.periods import Month
from sidamping.edges.analytics.extras import need

GROUPS = ("province", "regency", "programme", "cohort_id")
COUNTS = ("part", "whole", "population")
Table = Any
"""An Ibis table or column; the package is not there when types are checked."""


def counted(definition: Definition, summary: Table, month: Month, by: str = "") -> Table:
    """One row for each group, with the three counts of the indicator at the end of the month."""
    people = _people(definition, summary, month)
    of_mentees = definition.counted == MENTEES
    told = _told(definition, people, summary, month) if of_mentees else _records(definition, people, summary, month)
    counts = {name: told[name].sum().fill_null(0).cast("int64") for name in COUNTS}
    return told.group_by(key=told[by].cast("string")).agg(**counts) if by else told.agg(**counts)


def _people(definition: Definition, summary: Table, month: Month) -> Table:
    """The mentorings of the population, with what answers are grouped by."""
    begun = summary.filter(summary.measure == STARTED, summary.month <= month.start)
    if definition.programmes:
        begun = begun.filter(begun.programme.isin(definition.programmes))
    people = begun.select("engagement_id", *GROUPS)
    if definition.population != RUNNING:
        return people
    over = summary.filter(summary.measure == ENDED, summary.month < month.start)
    return people.anti_join(over, "engagement_id")


def _told(definition: Definition, people: Table, summary: Table, month: Month) -> Table:
    """1 or 0 for each mentoring: is it counted, was it reported, is it there."""
    part = definition.part
    told = _joined(people, _values(part, summary, month), "value")
    value = told.value.fill_null(0) if part.absent == ZERO else told.value
    held = [value.notnull()]
    held += [value >= part.least] if part.least is not None else []
    held += [value <= part.most] if part.most is not None else []
    return told.mutate(part=_one(reduce(and_, held)), whole=_one(value.notnull()), population=1)


def _records(definition: Definition, people: Table, summary: Table, month: Month) -> Table:
    """The records of each mentoring that are counted, among all of them."""
    told = _joined(people, _values(definition.part, summary, month).rename(part="value"), "part")
    whole = _values(replace(definition.part, measure=definition.whole), summary, month).rename(whole="value")
    told = _joined(told, whole, "whole")
    return told.mutate(population=told.whole)


def _values(part: Part, summary: Table, month: Month) -> Table:
    """The value of each mentoring that has one: (engagement_id, value)."""
    rows = summary.filter(summary.measure == part.measure, summary.month <= month.start)
    if part.over == LATEST:
        ibis = need("ibis", "analytics")
        place = ibis.row_number().over(group_by=rows.engagement_id, order_by=rows.month.desc())
        newest = rows.mutate(place=place)
        return newest.filter(newest.place == 0).select("engagement_id", "value")
    if part.over != EVER:
        rows = rows.filter(rows.month >= _first(part, month).start)
    return rows.group_by("engagement_id").agg(value=rows.value.sum().cast("int64"))


def _first(part: Part, month: Month) -> Month:
    for _ in range(part.months - 1 if part.over == SPAN else 0):
        month = month.previous
    return month


def _joined(people: Table, values: Table, name: str) -> Table:
    """Everybody, with a value or none."""
    return people.left_join(values, "engagement_id").select(*people.columns, name)


def _one(held: Table) -> Table:
    return held.fill_null(False).ifelse(1, 0)
