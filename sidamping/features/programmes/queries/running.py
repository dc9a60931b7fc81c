"""Which mentorings of a mentee run on a day. Unscoped: for services of features that have checked who acts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from sidamping.features.programmes.models import Assignment, Engagement


def running_of(on: date, *, mentees: Collection[UUID] | None = None, mentor: UUID | None = None) -> tuple[UUID, ...]:
    """Engagements of mentees that run on the day, of one mentor or of any; with nothing named, none."""
    rows = Engagement.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on)
    if mentees is None and mentor is None:
        return ()
    rows = rows if mentees is None else rows.filter(mentee__in=list(mentees))
    if mentor is not None:
        carried = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), mentor=mentor, starts__lte=on)
        rows = rows.filter(pk__in=carried.values("engagement_id"))
    return tuple(rows.order_by("pk").values_list("pk", flat=True))
