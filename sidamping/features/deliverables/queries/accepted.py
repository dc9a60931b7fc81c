"""Which deliverables of a mentoring were accepted, for steps and for graduation. Unscoped: the caller has scoped it."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.deliverables.models import Review
from sidamping.features.deliverables.queries.lines import ACCEPTED


def accepted_kinds(engagement_id: UUID) -> frozenset[str]:
    """The kinds of which some version was accepted; a newer version under review takes nothing back."""
    rows = Review.objects.filter(verdict=ACCEPTED, version__sheet__engagement_id=engagement_id)
    return frozenset(rows.values_list("version__sheet__kind", flat=True))
