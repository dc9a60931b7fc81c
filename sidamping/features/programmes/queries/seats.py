"""Whose a path is, and how the person who looks stands to it, asked of the database once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.features.programmes.queries.scope import engagement_ids, known_ids
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class PathPlace:
    """Where a path is shown, and whose it is: a mentoring, a cohort, or a candidate."""

    path_id: UUID
    subject: str
    name: str
    engagement_id: UUID | None
    cohort_led: UUID | None
    cohort_name: str


@dataclass(frozen=True)
class Seat:
    """A path with its mentoring, its place and its area; whether the person knows, reads or ever carried the mentee."""

    path: Path
    host: Engagement | None
    place: PathPlace
    area: str
    knows: bool
    reads: bool
    carried: bool


def seat_of(viewer: Viewer, **wanted: UUID) -> Seat | None:
    """The path found by its own id, its mentoring, a record or a proof on it; unscoped: callers ask what is known."""
    host = OuterRef("engagement__pk")
    rows = Path.objects.filter(**wanted).select_related("cohort", "cohort_led", "person", "engagement__mentee")
    rows = rows.annotate(
        knows=Exists(known_ids(viewer).filter(pk=host)),
        reads=Exists(engagement_ids(viewer).filter(pk=host)),
        carried=Exists(Assignment.objects.filter(engagement=host, mentor=viewer.user_id)),
    )
    return next((_seat(row) for row in rows[:1]), None)


def _seat(row: Any) -> Seat:
    host, led = getattr(row, "engagement", None), getattr(row, "cohort_led", None)
    name = host.mentee.name if host else led.name if led else row.person.full_name if row.person else ""
    cohort = row.cohort
    place = PathPlace(
        row.pk, row.subject, name, host.pk if host else None, led.pk if led else None, cohort.name if cohort else ""
    )
    return Seat(row, host, place, _area(row, host, led), row.knows, row.reads, row.carried)


def _area(path: Path, host: Engagement | None, led: Any) -> str:
    if host:
        return host.village_id
    if path.subject == Path.Subject.COHORT:
        return str(led.area) if led else ""
    return path.cohort.area if path.cohort else ""
