"""Asks the summary many questions in one statement: how many of how many, now or month by month, by any group.

The answers are those of `domain.indicators.counts.counted`, which says in plain words what is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from sidamping.domain.indicators.counts import NONE, Count
from sidamping.domain.indicators.definitions import MENTEES, RUNNING, ZERO, Definition
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries import tallies
from sidamping.features.indicators.queries.groups import (
    MEASURED,
    MENTOR,
    NOBODY,
    Among,
    Question,
    keys,
    measured,
    narrowed,
)
from sidamping.features.indicators.queries.statements import Sql, carried, joined, seen_whole, values
from sidamping.features.parties.queries import of_kind
from sidamping.features.programmes.queries import engagement_ids, ever_carried
from sidamping.platform.access.viewer import Viewer

YES, NO, TOLD, UNREPORTED, EVERYBODY = "ya", "tidak", "dilaporkan", "belum", "semua"
STATES = (YES, NO, TOLD, UNREPORTED, EVERYBODY)
"""Who stands behind a figure, as the address says it: the numerator, the rest of those reported, all reported, …"""
PEOPLE = """
    SELECT s.engagement_id, s.month AS began, coalesce(e.month, 'infinity') AS ended, s.programme,
        s.cohort_id, s.regency, s.mentee_id
    FROM indicators_summary s
    LEFT JOIN indicators_summary e ON e.engagement_id = s.engagement_id AND e.measure = 'ended'
    WHERE s.measure = 'started' AND {scope}{narrow}
"""
KEPT = ("regency", "programme", "cohort", *MEASURED)
"""By what counts are kept ready."""


def answers(viewer: Viewer, among: Among, questions: Sequence[Question], by: str = "") -> dict[tuple[int, str], Count]:
    """(place of the question, key of the group) → count; a group without anybody is left out. One statement."""
    told = crossings(viewer, among, questions, (by,) if by else ())
    return {(place, group[0] if group else ""): count for (place, group), count in told.items()}


def crossings(
    viewer: Viewer, among: Among, questions: Sequence[Question], by: Sequence[str]
) -> dict[tuple[int, tuple[str, ...]], Count]:
    """(place of the question, key of each group it falls into) → count.

    Counts that stand ready are added up; the summary is asked for the rest, in the same statement (decision 0050).
    """
    if not questions:
        return {}
    among = closer(viewer, among)
    ready = tallies.ready(viewer, among, questions, by)
    rest = [(place, one, replace(among, regencies=ready[place]) if place in ready else among)
            for place, one in enumerate(questions) if place not in ready or ready[place]]
    parts = [*tallies.added(viewer, among, questions, by, ready), *(_asked(*one, by) for one in rest)]
    asked = people(viewer, _together(among, rest), (one.month for one in questions), by) + joined(parts, " UNION ALL ")
    found: dict[tuple[int, tuple[str, ...]], Count] = {}
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.given)
        for place, *group, part, whole, population in cursor.fetchall():
            if population:
                key = place, tuple(group)
                found[key] = found.get(key, NONE) + Count(part, whole, population)
    return found


def to_keep(among: Among, month: Month, definitions: Sequence[Definition]) -> Sql:
    """(place of the definition, key of each group of KEPT, part, whole, population) of everybody, whoever asks.

    What is measured of a mentoring is looked up once for all definitions.
    """
    among = replace(among, measured=True)
    columns, joins = Sql("p.*"), Sql(" FROM (") + _people(Sql("true"), among) + Sql(") p")
    for name in MEASURED:
        columns += Sql(f", {name}.value AS {name}")
        joins += Sql(" LEFT JOIN (") + measured(name, among, month) + Sql(f") {name} USING (engagement_id)")
    parts = [_asked(place, Question(one, month), among, KEPT) for place, one in enumerate(definitions)]
    return _named(Sql("SELECT ") + columns + joins) + joined(parts, " UNION ALL ")


def behind(viewer: Viewer, among: Among, question: Question, state: str) -> RawSQL:
    """The mentorings behind a figure, as a subquery of ids; of records, those with any record in it."""
    definition, among = question.definition, closer(viewer, among)
    seen = _told(question, among) if definition.counted == MENTEES else _records(question, among)
    part, whole = _tests(definition)
    rest = Sql(f"{whole} AND NOT (") + part + Sql(")") if definition.counted == MENTEES else Sql("t.part < t.whole")
    holds = {YES: part, NO: rest, TOLD: Sql(whole),
             UNREPORTED: Sql(f"NOT ({whole})"), EVERYBODY: Sql("true")}[state]
    # Of a CASE PostgreSQL expects half of the rows, of the bare test hardly any, and goes through a nation one by one.
    told = Sql(") t WHERE CASE WHEN ") + holds + Sql(" THEN true END")
    found = people(viewer, among, [question.month]) + Sql(" SELECT t.engagement_id FROM (") + seen + told
    return RawSQL(found.text, found.given)


def shown(question: Question, ids: Collection[UUID]) -> dict[UUID, tuple[int | None, int | None]]:
    """Mentoring → the value by which it was counted, and of records the whole beside it; empty is not reported."""
    definition, none = question.definition, 0 if question.definition.part.absent == ZERO else None
    own = Sql(" AND engagement_id = ANY(%s)", (list(ids),))
    measures = [definition.part.measure, *([] if definition.counted == MENTEES else [definition.whole])]
    asked = joined([
        Sql(f"SELECT engagement_id, {place} AS place, value FROM (")
        + values(replace(definition.part, measure=measure), question.month, own)
        + Sql(") v")
        for place, measure in enumerate(measures)
    ], " UNION ALL ")
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.given)
        found = {(id, place): value for id, place, value in cursor.fetchall()}
    if definition.counted == MENTEES:
        return {id: (none if found.get((id, 0)) is None else found[id, 0], None) for id in ids}
    return {id: (found.get((id, 0)) or 0, found.get((id, 1)) or 0) for id in ids}


def people(viewer: Viewer, among: Among, months: Iterable[Month], by: Collection[str] = ()) -> Sql:
    """The mentorings the viewer may see, narrowed, with the months of their beginning and end.

    Where mentors are asked for, who carried each of them at the end of the months as well.
    """
    text, given = engagement_ids(viewer).query.sql_with_params()
    found = _named(_people(seen_whole(viewer, "s") or Sql(f"s.engagement_id IN ({text})", given), among))
    return found + carried(set(months), near=among.near) if among.mentor or MENTOR in by else found


def closer(viewer: Viewer, among: Among) -> Among:
    """Who sees single mentorings sees few of them, and a mentor has few."""
    return replace(among, few=seen_whole(viewer, "s") is None or isinstance(among.mentor, UUID))


def _named(people: Sql) -> Sql:
    return Sql("WITH people AS MATERIALIZED (") + people + Sql(")")


def _people(scope: Sql, among: Among) -> Sql:
    narrow = Sql("")
    if among.programme:
        narrow += Sql(" AND s.programme = %s", (among.programme,))
    if among.cohort == NOBODY:
        narrow += Sql(" AND s.cohort_id IS NULL")
    elif among.cohort:
        narrow += Sql(" AND s.cohort_id = %s", (among.cohort,))
    if among.area:
        narrow += Sql(" AND s.regency LIKE %s", (f"{among.area}%",))
    if isinstance(among.mentor, UUID):
        text, given = ever_carried(among.mentor).query.sql_with_params()
        narrow += Sql(f" AND s.engagement_id IN ({text})", given)
    if among.regencies:
        narrow += Sql(" AND s.regency = ANY(%s)", (list(among.regencies),))
    return Sql(PEOPLE.format(scope=scope.text, narrow=narrow.text), (*scope.given, *narrow.given))


def _together(among: Among, rest: Sequence[tuple[int, Question, Among]]) -> Among:
    """Whom the rest is about: those of some regencies, where nobody else is asked of."""
    if all(own.regencies for _, _, own in rest):
        return replace(among, regencies=tuple(sorted({code for _, _, own in rest for code in own.regencies})))
    return among


def _asked(place: int, one: Question, among: Among, by: Sequence[str]) -> Sql:
    group, joins = keys(by, among, one.month)
    columns = Sql(f" SELECT {place}, ") + (group + Sql(", ") if by else Sql(""))
    grouped = Sql(f" GROUP BY {', '.join(str(at + 2) for at in range(len(by)))}" if by else "")
    if one.definition.counted != MENTEES:
        sums = Sql("coalesce(sum(p.part), 0)::bigint, coalesce(sum(p.whole), 0)::bigint,"
                   " coalesce(sum(p.whole), 0)::bigint FROM (")
        return columns + sums + _records(one, among) + Sql(") p") + joins + grouped
    part, whole = _tests(one.definition, "p")
    counts = Sql("count(*) FILTER (WHERE ") + part + Sql(f"), count(*) FILTER (WHERE {whole}), count(*) FROM (")
    return columns + counts + _told(one, among) + Sql(") p") + joins + grouped


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


def _told(one: Question, among: Among) -> Sql:
    """Everybody of the population with the value, empty where it is not reported."""
    value = "coalesce(v.value, 0)" if one.definition.part.absent == ZERO else "v.value"
    return (
        Sql(f"SELECT p.*, {value} AS value FROM people p LEFT JOIN (")
        + values(one.definition.part, one.month, among.within)
        + Sql(") v USING (engagement_id) WHERE ") + _present(one, among)
    )


def _records(one: Question, among: Among) -> Sql:
    """Everybody of the population with the records of the numerator and of the whole."""
    part = replace(one.definition.part, absent=ZERO)
    return (
        Sql("SELECT p.*, coalesce(v.value, 0) AS part, coalesce(w.value, 0) AS whole FROM people p LEFT JOIN (")
        + values(part, one.month, among.within) + Sql(") v USING (engagement_id) LEFT JOIN (")
        + values(replace(part, measure=one.definition.whole), one.month, among.within)
        + Sql(") w USING (engagement_id) WHERE ") + _present(one, among)
    )


def _present(one: Question, among: Among) -> Sql:
    """Whether a mentoring is of the month's population, of the indicator's programmes and mentees, and among them."""
    day = one.month.start
    held = Sql("p.began <= %s", (day,))
    if one.definition.population == RUNNING:
        held += Sql(" AND p.ended >= %s", (day,))  # not "or empty": PostgreSQL would expect hardly anybody
    if one.definition.programmes:
        held += Sql(" AND p.programme = ANY(%s)", (list(one.definition.programmes),))
    if one.definition.mentee_kinds:
        text, given = of_kind(one.definition.mentee_kinds).query.sql_with_params()
        held += Sql(f" AND p.mentee_id IN ({text})", given)
    if among.regencies:
        held += Sql(" AND p.regency = ANY(%s)", (list(among.regencies),))
    return held + narrowed(among, one.month)
