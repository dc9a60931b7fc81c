"""What the logbook leaves behind besides its words: days written on, points, which visits a month had (B10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from sidamping.features.fieldwork.models import Presence, VisitRevision
from sidamping.features.fieldwork.queries.visits import scoped
from sidamping.platform.access.viewer import Viewer

Point = tuple[float, float]


@dataclass(frozen=True)
class Trace:
    """A visit as far as a draw needs it: its programme and regency."""

    id: UUID
    programme: str
    regency: str


def days_written(
    viewer: Viewer, start: date, end: date, mentors: Iterable[UUID]
) -> dict[tuple[UUID, date], int]:
    """How many visits in sight each of the mentors has on each day, both ends counted."""
    rows = scoped(viewer).filter(visited_on__range=(start, end), mentor_id__in=set(mentors))
    counted = rows.values_list("mentor_id", "visited_on").annotate(count=Count("id")).order_by()
    return {(mentor, day): count for mentor, day, count in counted}


def traces(start: date, end: date, regencies: Iterable[str]) -> tuple[Trace, ...]:
    """Every current visit of some regencies between two days. Unscoped: for a draw that is the same for everybody."""
    rows = VisitRevision.objects.filter(superseded_at=None, visited_on__range=(start, end))
    found = rows.filter(regency__in=set(regencies)).values_list("visit_id", "visit__programme", "regency")
    return tuple(Trace(*row) for row in found)


def points_of(engagement_ids: Iterable[UUID], until: date) -> dict[UUID, dict[UUID, Point]]:
    """Per engagement, the point of each visit that has one, up to a day. Unscoped: the caller has scoped them."""
    rows = Presence.objects.filter(engagement_id__in=set(engagement_ids), visited_on__lte=until)
    rows = rows.filter(revision__superseded_at=None, revision__latitude__isnull=False)
    found: dict[UUID, dict[UUID, Point]] = defaultdict(dict)
    names = ("engagement_id", "revision__visit_id", "revision__latitude", "revision__longitude")
    for engagement, visit, latitude, longitude in rows.values_list(*names):
        found[engagement][visit] = float(latitude), float(longitude)
    return dict(found)
