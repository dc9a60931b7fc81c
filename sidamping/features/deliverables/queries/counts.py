"""Which kinds of sheets of an engagement were accepted. Unscoped: for features above that have scoped already (B11)."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.deliverables.models import Review


def accepted_kinds(engagement: UUID) -> frozenset[str]:
    """Kinds of which some version was accepted; a later version that waits does not take that back."""
    rows = Review.objects.filter(version__sheet__engagement_id=engagement, verdict="accepted")
    return frozenset(rows.values_list("version__sheet__kind", flat=True))
