"""Which mentorings have a paper of some days that the chair acknowledged: one proof of the visits in it (B10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sidamping.features.papers.models import Act

SIGNED = "acknowledged"


def acknowledged_between(engagement_ids: Iterable[UUID], start: date, end: date) -> frozenset[UUID]:
    """Engagements with a paper about days of that stretch, acknowledged by the chair. Unscoped."""
    rows = Act.objects.filter(action=SIGNED, revision__paper__engagement_id__in=set(engagement_ids))
    rows = rows.filter(revision__paper__period_start__lte=end, revision__paper__period_end__gte=start)
    return frozenset(rows.values_list("revision__paper__engagement_id", flat=True).distinct())
