"""The records a path stands on: its own, those of its cohort, and those of the mentor who carries the mentee.

A record that was taken back is left out together with its reversal, so that a step may be done anew on the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet

from sidamping.domain import workflow
from sidamping.features.programmes.models import Assignment, Path, StepRecord
from sidamping.rules.books import pinned_programme

STANDING = """
SELECT s.step FROM programmes_engagement e JOIN programmes_steprecord s ON s.path_id = e.path_id
WHERE e.id = %(engagement)s AND s.step = ANY(%(steps)s) AND s.outcome = '' AND s.kind <> %(reversed)s
    AND NOT EXISTS (SELECT FROM programmes_steprecord t WHERE t.takes_back_id = s.id)
"""
"""Asked with every visit."""


@dataclass(frozen=True)
class Told(workflow.Record):
    """A record as the engine reads it, with what a page shows of it."""

    id: UUID | None = None
    path: UUID | None = None
    note: str = ""
    evidence: int = 0
    source: UUID | None = None


def paths_with_cohort(ids: Iterable[UUID]) -> list[Path]:
    """Paths by id, each with its cohort."""
    return list(Path.objects.filter(pk__in=list(ids)).select_related("cohort"))


def records_of(paths: Sequence[Path], on: date) -> dict[UUID, tuple[Told, ...]]:
    """What counts on each path on a day, in the order it was recorded; at most three queries for any number."""
    carried = _carrying(paths, on)
    read = {one.pk: (one.pk, *_cohort(one), *carried.get(one.pk, ())) for one in paths}
    rows: dict[UUID, list[Told]] = defaultdict(list)
    for row in _standing(StepRecord.objects.filter(path__in={id for ids in read.values() for id in ids})):
        rows[row.path_id].append(_told(row))
    return {id: tuple(one for source in sources for one in rows[source]) for id, sources in read.items()}


def all_stand(engagement: UUID, steps: Collection[str]) -> bool:
    """Whether every one of the steps is on the mentee's path, each without an outcome; one question. Unscoped."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, {"engagement": engagement, "steps": list(steps), "reversed": StepRecord.Kind.REVERSED})
        return set(steps) <= {step for (step,) in cursor.fetchall()}


def own_records(path: UUID) -> tuple[Told, ...]:
    """The records of one path alone."""
    return tuple(_told(row) for row in _standing(StepRecord.objects.filter(path=path)))


def _standing(rows: QuerySet[StepRecord]) -> QuerySet[Any]:
    rows = rows.exclude(kind=StepRecord.Kind.REVERSED).filter(taken_back_by__isnull=True)
    return rows.select_related("by").annotate(proofs=Count("evidence")).order_by("created_at", "id")


def _told(row: Any) -> Told:
    by = row.by.full_name if row.by else ""
    return Told(
        row.step, row.done_on, row.kind, by, row.why, row.outcome, row.pk, row.path_id, row.note, row.proofs,
        row.source_id,
    )


def _cohort(path: Path) -> tuple[UUID, ...]:
    return (path.cohort.path_id,) if path.cohort else ()


def _carrying(paths: Sequence[Path], on: date) -> dict[UUID, tuple[UUID, ...]]:
    """The path of the mentor who carries each mentee on the day, or carried it last, in the same cohort."""
    mentees = {one.pk: one for one in paths if one.subject == Path.Subject.MENTEE and _looks_at_mentors(one)}
    if not mentees:
        return {}
    rows = Assignment.objects.filter(engagement__path__in=mentees, starts__lte=on).order_by("starts")
    mentor = dict(rows.values_list("engagement__path_id", "mentor_id"))
    found = Path.objects.filter(subject=Path.Subject.MENTOR, person__in=set(mentor.values()))
    walks: dict[tuple[Any, ...], list[UUID]] = defaultdict(list)
    for id, person, cohort, programme in found.values_list("id", "person_id", "cohort_id", "programme"):
        walks[person, cohort, programme].append(id)
    return {
        path: tuple(walks[person, mentees[path].cohort_id, mentees[path].programme]) for path, person in mentor.items()
    }


def _looks_at_mentors(path: Path) -> bool:
    return bool(pinned_programme(path.pinned).steps_of(Path.Subject.MENTOR))
