"""What field work counts for an engagement. Unscoped: for features above that have scoped already (B11)."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.fieldwork.models import FollowUp, Presence


def open_promises(engagement: UUID) -> tuple[str, ...]:
    """The texts of promises not kept yet, by due day."""
    rows = FollowUp.objects.filter(engagement_id=engagement, closed_on__isnull=True).order_by("due", "id")
    return tuple(rows.values_list("text", flat=True))


def visit_count(engagement: UUID) -> int:
    """How many visits met the mentee, whatever was corrected in them later."""
    return Presence.objects.filter(engagement_id=engagement).values("revision__visit_id").distinct().count()
