"""Pieces of statements over the summary: the value each mentoring has at the end of a month, and who carries it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import RawSQL

from sidamping.domain.indicators.definitions import EVER, LATEST, MONTH, Part
from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import last_carried, open_places
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Sql:
    """A piece of a statement with what it is given."""

    text: str
    given: tuple[Any, ...] = ()

    def __add__(self, other: Sql) -> Sql:
        return Sql(self.text + other.text, self.given + other.given)


def joined(parts: Sequence[Sql], between: str) -> Sql:
    return Sql(between.join(one.text for one in parts), tuple(given for one in parts for given in one.given))


def seen_whole(viewer: Viewer, row: str) -> Sql | None:
    """The condition that a row with programme and regency is the viewer's; None where single mentorings are opened."""
    places = open_places(viewer)
    if places is None:
        return None
    seen = [Sql(f"{row}.regency LIKE %s", (f"{area}%",))
            + (Sql(f" AND {row}.programme = %s", (programme,)) if programme else Sql(""))
            for programme, area in places]
    return Sql("(") + joined(seen, " OR ") + Sql(")") if seen else Sql("false")


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
    if part.over == MONTH:  # a measure has one row a month: nothing to sum
        asked = Sql("SELECT engagement_id, value FROM indicators_summary WHERE measure = %s AND month = %s",
                    (part.measure, month.start))
        return asked + within
    first = month
    for _ in range(part.months - 1):
        first = first.previous
    since = Sql("") if part.over == EVER else Sql(" AND month >= %s", (first.start,))
    return (
        Sql("SELECT engagement_id, sum(value)::bigint AS value FROM indicators_summary WHERE measure = %s AND"
            " month <= %s", (part.measure, month.start))
        + since + within + Sql(" GROUP BY engagement_id")
    )


def carried(months: Iterable[Month], *, near: bool) -> Sql:
    """What `mentors` reads, for the WITH of a statement: who carries each mentoring at each month's end, or did last.

    `near`: only of those among the statement's `people`.
    """
    return joined([_carried(month, near=near) for month in sorted(months)], "")


def mentors(month: Month) -> Sql:
    """(engagement_id, mentor_id) from what `carried` has read of the month."""
    return Sql(f"SELECT engagement_id, mentor_id FROM {_name(month)}")


def _carried(month: Month, *, near: bool) -> Sql:
    found = last_carried(month.end)
    if near:
        found = found.filter(engagement_id__in=RawSQL("SELECT engagement_id FROM people", ()))
    text, given = found.query.sql_with_params()
    return Sql(f", {_name(month)} AS MATERIALIZED ({text})", given)


def _name(month: Month) -> str:
    return f"carried_{month.year}_{month.month}"
