"""Which kinds of sheets of an engagement were accepted. Unscoped: for features above that have scoped already (B11)."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.expressions import Combinable

from sidamping.features.deliverables.models import Review


def accepted_told() -> Combinable:
    """The same kinds, as an expression on the engagement."""
    rows = Review.objects.filter(version__sheet__engagement=OuterRef("pk"), verdict="accepted")
    return ArraySubquery(rows.values("version__sheet__kind"))


def accepted_kinds(engagement: UUID) -> frozenset[str]:
    """Kinds of which some version was accepted; a later version that waits does not take that back."""
    rows = Review.objects.filter(version__sheet__engagement_id=engagement, verdict="accepted")
    return frozenset(rows.values_list("version__sheet__kind", flat=True))
