"""Mentorings that nobody carries from a day on, for proposing who could; only those the viewer may assign (C13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries.assigning import assigners
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.programme_forms import Programme


@dataclass(frozen=True)
class Unplaced:
    """A mentee without a mentor, with what matching reads of it."""

    engagement_id: UUID
    mentee_id: UUID
    name: str
    kind: str
    village_code: str
    village: str
    priority: int


def unplaced(
    viewer: Viewer, book: Programme, on: date, *, cohort: UUID | None = None, area: str = ""
) -> tuple[Unplaced, ...]:
    """The mentees of a programme, cohort and area without a mentor on the day or later, the most urgent first."""
    taken = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), engagement=OuterRef("pk"))
    rows = _reached(viewer, book).filter(Q(ends__isnull=True) | Q(ends__gte=on)).exclude(Exists(taken))
    rows = rows.filter(village__code__startswith=area) if area else rows
    rows = rows.filter(path__cohort=cohort) if cohort else rows
    found = rows.order_by("priority", "mentee__name", "id").values_list(
        "pk", "mentee_id", "mentee__name", "mentee__kind", "village_id", "village__name", "priority"
    )
    return tuple(Unplaced(*row) for row in found)


def _reached(viewer: Viewer, book: Programme) -> QuerySet[Engagement]:
    seen = Q(pk__in=[])
    for grant in viewer.holding(*assigners(book)):
        if grant.subject_id is None and grant.programme in ("", book.code):
            seen |= Q(village__code__startswith=grant.area) if grant.area else Q(pk__isnull=False)
    return Engagement.objects.filter(seen, programme=book.code)
