"""Asks the summary many questions in one statement: how many of how many, now or month by month, by any group.

The answers are those of `domain.indicators.counts.counted`, which says in plain words what is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from sidamping.domain.indicators.counts import Count
from sidamping.domain.indicators.definitions import EVER, LATEST, MENTEES, RUNNING, SPAN, ZERO, Definition, Part
from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer

YES, NO, TOLD, UNREPORTED, EVERYBODY = "ya", "tidak", "dilaporkan", "belum", "semua"
STATES = (YES, NO, TOLD, UNREPORTED, EVERYBODY)
"""Who stands behind a figure, as the address says it: the numerator, the rest of those reported, all reported, …"""
GROUPS = {"": "''", "province": "p.province", "regency": "p.regency", "cohort": "coalesce(p.cohort_id::text, '')",
          "programme": "p.programme"}
"""What answers may be grouped by; the keys of the mapping are the only words that reach the statement."""
NO_COHORT: Literal["tanpa"] = "tanpa"
"""In place of a cohort: mentorings that belong to none."""
Cohort = UUID | Literal["tanpa"] | None
PEOPLE = """
WITH people AS MATERIALIZED (
    SELECT s.engagement_id, s.month AS began, e.month AS ended, s.programme, s.cohort_id, s.province, s.regency
    FROM indicators_summary s
    LEFT JOIN indicators_summary e ON e.engagement_id = s.engagement_id AND e.measure = 'ended'
    WHERE s.measure = 'started' AND s.engagement_id IN ({scope}){narrow}
)
"""


@dataclass(frozen=True)
class Among:
    """Whom a question is about, beyond what its asker may see; empty means no limit. `area`: a prefix of codes."""

    programme: str = ""
    cohort: Cohort = None
    area: str = ""


@dataclass(frozen=True)
class Question:
    """An indicator at the end of a month."""

    definition: Definition
    month: Month


@dataclass(frozen=True)
class Sql:
    """A piece of a statement with what it is given."""

    text: str
    given: tuple[Any, ...] = ()

    def __add__(self, other: Sql) -> Sql:
        return Sql(self.text + other.text, self.given + other.given)


def answers(viewer: Viewer, among: Among, questions: Sequence[Question], by: str = "") -> dict[tuple[int, str], Count]:
    """(place of the question, key of the group) → count; a group without anybody is left out. One statement."""
    if not questions:
        return {}
    asked = people(viewer, among) + _joined([_asked(place, one, by) for place, one in enumerate(questions)])
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.given)
        return {(place, key): Count(part, whole, population)
                for place, key, part, whole, population in cursor.fetchall() if population}


def behind(viewer: Viewer, among: Among, question: Question, state: str) -> RawSQL:
    """The mentorings behind a figure, as a subquery of ids; of records, those with any record in it."""
    definition = question.definition
    seen = _told(question) if definition.counted == MENTEES else _records(question)
    part, whole = _tests(definition)
    rest = Sql(f"{whole} AND NOT (") + part + Sql(")") if definition.counted == MENTEES else Sql("t.part < t.whole")
    holds = {YES: part, NO: rest, TOLD: Sql(whole),
             UNREPORTED: Sql(f"NOT ({whole})"), EVERYBODY: Sql("true")}[state]
    found = people(viewer, among) + Sql("SELECT t.engagement_id FROM (") + seen + Sql(") t WHERE ") + holds
    return RawSQL(found.text, found.given)


def shown(question: Question, ids: Collection[UUID]) -> dict[UUID, tuple[int | None, int | None]]:
    """Mentoring → the value by which it was counted, and of records the whole beside it; empty is not reported."""
    definition, none = question.definition, 0 if question.definition.part.absent == ZERO else None
    measures = [definition.part.measure, *([] if definition.counted == MENTEES else [definition.whole])]
    asked = _joined([
        Sql(f"SELECT engagement_id, {place} AS place, value FROM (")
        + values(replace(definition.part, measure=measure), question.month)
        + Sql(") v WHERE engagement_id = ANY(%s)", (list(ids),))
        for place, measure in enumerate(measures)
    ])
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.given)
        found = {(id, place): value for id, place, value in cursor.fetchall()}
    if definition.counted == MENTEES:
        return {id: (none if found.get((id, 0)) is None else found[id, 0], None) for id in ids}
    return {id: (found.get((id, 0)) or 0, found.get((id, 1)) or 0) for id in ids}


def people(viewer: Viewer, among: Among) -> Sql:
    """The mentorings the viewer may see, narrowed, with the months of their beginning and end."""
    scope, given = engagement_ids(viewer).query.sql_with_params()
    narrow = Sql("")
    if among.programme:
        narrow += Sql(" AND s.programme = %s", (among.programme,))
    if among.cohort == NO_COHORT:
        narrow += Sql(" AND s.cohort_id IS NULL")
    elif among.cohort:
        narrow += Sql(" AND s.cohort_id = %s", (among.cohort,))
    if among.area:
        narrow += Sql(" AND s.regency LIKE %s", (f"{among.area}%",))
    return Sql(PEOPLE.format(scope=scope, narrow=narrow.text), (*given, *narrow.given))


def values(part: Part, month: Month) -> Sql:
    """The value of each mentoring that has one: (engagement_id, value)."""
    if part.over == LATEST:
        return Sql(
            "SELECT DISTINCT ON (engagement_id) engagement_id, value FROM indicators_summary"
            " WHERE measure = %s AND month <= %s ORDER BY engagement_id, month DESC",
            (part.measure, month.start),
        )
    first = month
    for _ in range(part.months - 1 if part.over == SPAN else 0):
        first = first.previous
    since = Sql("") if part.over == EVER else Sql(" AND month >= %s", (first.start,))
    return (
        Sql("SELECT engagement_id, sum(value)::bigint AS value FROM indicators_summary WHERE measure = %s AND"
            " month <= %s", (part.measure, month.start))
        + since + Sql(" GROUP BY engagement_id")
    )


def _asked(place: int, one: Question, by: str) -> Sql:
    group = GROUPS[by]
    if one.definition.counted != MENTEES:
        return (
            Sql(f"SELECT {place}, {group} AS key, coalesce(sum(p.part), 0)::bigint, coalesce(sum(p.whole), 0)::bigint,"
                " coalesce(sum(p.whole), 0)::bigint FROM (") + _records(one) + Sql(") p GROUP BY 2")
        )
    part, whole = _tests(one.definition, "p")
    return (
        Sql(f"SELECT {place}, {group} AS key, count(*) FILTER (WHERE ") + part
        + Sql(f"), count(*) FILTER (WHERE {whole}), count(*) FROM (") + _told(one) + Sql(") p GROUP BY 2")
    )


def _tests(definition: Definition, row: str = "t") -> tuple[Sql, str]:
    """The conditions of numerator and denominator on a row of `_told` or `_records`."""
    if definition.counted != MENTEES:
        return Sql(f"{row}.part > 0"), f"{row}.whole > 0"
    held = Sql(f"{row}.value IS NOT NULL")
    if definition.part.least is not None:
        held += Sql(f" AND {row}.value >= %s", (definition.part.least,))
    if definition.part.most is not None:
        held += Sql(f" AND {row}.value <= %s", (definition.part.most,))
    return held, f"{row}.value IS NOT NULL"


def _told(one: Question) -> Sql:
    """Everybody of the population with the value, empty where it is not reported."""
    value = "coalesce(v.value, 0)" if one.definition.part.absent == ZERO else "v.value"
    return (
        Sql(f"SELECT p.*, {value} AS value FROM people p LEFT JOIN (") + values(one.definition.part, one.month)
        + Sql(") v USING (engagement_id) WHERE ") + _present(one)
    )


def _records(one: Question) -> Sql:
    """Everybody of the population with the records of the numerator and of the whole."""
    part = replace(one.definition.part, absent=ZERO)
    return (
        Sql("SELECT p.*, coalesce(v.value, 0) AS part, coalesce(w.value, 0) AS whole FROM people p LEFT JOIN (")
        + values(part, one.month) + Sql(") v USING (engagement_id) LEFT JOIN (")
        + values(replace(part, measure=one.definition.whole), one.month)
        + Sql(") w USING (engagement_id) WHERE ") + _present(one)
    )


def _present(one: Question) -> Sql:
    """Whether a mentoring belongs to the population of the month, and its programme to the indicator."""
    day = one.month.start
    held = Sql("p.began <= %s", (day,))
    if one.definition.population == RUNNING:
        held += Sql(" AND (p.ended IS NULL OR p.ended >= %s)", (day,))
    if one.definition.programmes:
        held += Sql(" AND p.programme = ANY(%s)", (list(one.definition.programmes),))
    return held


def _joined(parts: Sequence[Sql]) -> Sql:
    return Sql(" UNION ALL ".join(one.text for one in parts), tuple(given for one in parts for given in one.given))
