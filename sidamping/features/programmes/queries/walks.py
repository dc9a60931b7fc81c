"""Every mentee's path of a programme at once, as far as a board counts it: place, mentor, cohort, and days of steps.

Days come as one value per path from the database, so that thousands of paths cost a few queries (B14). Scoped.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, FilteredRelation, Q, QuerySet

from sidamping.features.programmes.models import Cohort, Engagement, Path
from sidamping.features.programmes.queries.scope import administered_ids
from sidamping.platform.access.viewer import Viewer

Days = Mapping[str, str]
"""Step → ISO day it was passed, '' where it came to an outcome on which nothing may follow."""
DAYS = """
    SELECT path_id, jsonb_object_agg(step, COALESCE(passed::text, ''))
    FROM (
        SELECT r.path_id, r.step,
               min(r.done_on) FILTER (WHERE NOT (r.step || ':' || r.outcome = ANY(%s))) AS passed
        FROM programmes_steprecord r
        LEFT JOIN programmes_steprecord back ON back.takes_back_id = r.id
        WHERE r.kind <> 'reversed' AND back.id IS NULL AND r.done_on <= %s AND r.path_id = ANY(%s)
        GROUP BY r.path_id, r.step
    ) held
    GROUP BY path_id
"""


@dataclass(frozen=True)
class WalkLine:
    """One mentee's path with where it is walked and who carries it on the day."""

    path_id: UUID
    engagement_id: UUID
    name: str
    pinned: str
    starts: date
    ends: date | None
    cohort_id: UUID | None
    cohort: str
    cohort_path: UUID | None
    regency: str
    regency_name: str
    mentor_id: UUID | None
    mentor: str


def walks(viewer: Viewer, programme: str, cohort: UUID | None = None) -> tuple[WalkLine, ...]:
    """The mentorings of a programme in the viewer's territory, ended ones too, by name."""
    running = Q(assignments__ends__isnull=True) | Q(assignments__ends__gte=viewer.on)
    that_day = FilteredRelation("assignments", condition=Q(assignments__starts__lte=viewer.on) & running)
    rows = Engagement.objects.filter(pk__in=administered_ids(viewer), programme=programme, starts__lte=viewer.on)
    rows = rows.filter(path__cohort=cohort) if cohort else rows
    found = rows.annotate(that_day=that_day, carried_by=F("that_day__mentor_id"),
                          carrier=F("that_day__mentor__full_name"))
    names = (
        "path_id", "id", "mentee__name", "pinned", "path__starts", "ends", "path__cohort_id", "path__cohort__name",
        "path__cohort__path_id", "regency", "village__parent__parent__name", "carried_by", "carrier",
    )
    lines = found.order_by("mentee__name", "id").values_list(*names)
    return tuple(
        WalkLine(path, id, name, pinned, starts, ends, cohort_id, cohort_name or "", led, regency, place or regency,
                 mentor, carrier or "")
        for path, id, name, pinned, starts, ends, cohort_id, cohort_name, led, regency, place, mentor, carrier in lines
    )


def busiest(viewer: Viewer) -> str:
    """The programme with the most mentorings in the viewer's territory; '' where there are none."""
    rows = Engagement.objects.filter(pk__in=administered_ids(viewer)).values_list("programme")
    return next((code for code, _count in rows.annotate(count=Count("pk")).order_by("-count", "programme")[:1]), "")


def days_of(paths: Collection[UUID], on: date, stops: Mapping[str, Sequence[str]]) -> dict[UUID, Days]:
    """The days of many paths in one query. Unscoped. `stops`: step → outcomes on which nothing may follow."""
    ends = [f"{step}:{outcome}" for step, outcomes in stops.items() for outcome in outcomes]
    with connection.cursor() as cursor:
        cursor.execute(DAYS, [ends, on, list(paths)])
        return {path: json.loads(days) for path, days in cursor.fetchall()}


def mentor_paths(programme: str, people: Collection[UUID]) -> dict[tuple[Any, Any], UUID]:
    """(person, cohort) → the path of a mentor in a programme. Unscoped."""
    rows = Path.objects.filter(subject=Path.Subject.MENTOR, programme=programme, person__in=list(people))
    return {(person, cohort): id for id, person, cohort in rows.values_list("id", "person_id", "cohort_id")}


def cohort_names(programme: str) -> tuple[tuple[UUID, str], ...]:
    """The cohorts of a programme, newest first; names alone. Unscoped."""
    rows = Cohort.objects.filter(programme=programme).order_by("-starts", "name")
    return tuple(rows.values_list("id", "name"))


def cohorts_named(ids: Collection[UUID] | QuerySet[Any, Any]) -> tuple[tuple[UUID, str], ...]:
    """Cohorts by their ids, newest first; names alone. Unscoped."""
    rows = Cohort.objects.filter(id__in=ids).order_by("-starts", "name")
    return tuple(rows.values_list("id", "name"))
