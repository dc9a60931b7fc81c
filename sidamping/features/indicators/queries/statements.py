"""Pieces of statements over the summary: the value each mentoring has at the end of a month, and who carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sidamping.domain.indicators.definitions import EVER, LATEST, SPAN, Part
from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import last_carried


@dataclass(frozen=True)
class Sql:
    """A piece of a statement with what it is given."""

    text: str
    given: tuple[Any, ...] = ()

    def __add__(self, other: Sql) -> Sql:
        return Sql(self.text + other.text, self.given + other.given)


def joined(parts: Sequence[Sql], between: str) -> Sql:
    return Sql(between.join(one.text for one in parts), tuple(given for one in parts for given in one.given))


def values(part: Part, month: Month, within: Sql) -> Sql:
    """The value of each mentoring that has one: (engagement_id, value). Only the rows `within` are read.

    Every row of a mentoring stands in its place: whoever moves takes them along, judgements when judged anew.
    """
    if part.over == LATEST:
        return (
            Sql("SELECT DISTINCT ON (engagement_id) engagement_id, value FROM indicators_summary"
                " WHERE measure = %s AND month <= %s", (part.measure, month.start))
            + within + Sql(" ORDER BY engagement_id, month DESC")
        )
    first = month
    for _ in range(part.months - 1 if part.over == SPAN else 0):
        first = first.previous
    since = Sql("") if part.over == EVER else Sql(" AND month >= %s", (first.start,))
    return (
        Sql("SELECT engagement_id, sum(value)::bigint AS value FROM indicators_summary WHERE measure = %s AND"
            " month <= %s", (part.measure, month.start))
        + since + within + Sql(" GROUP BY engagement_id")
    )


def mentors(month: Month) -> Sql:
    """Who carries each mentoring at the month's end, or carried it last: (engagement_id, mentor_id)."""
    text, given = last_carried(month.end).query.sql_with_params()
    return Sql(text, given)
