"""What field work counts for an engagement. Unscoped: for features above that have scoped already (B11)."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from sidamping.features.fieldwork.models import FollowUp, Presence


def open_promises(engagement: UUID) -> tuple[str, ...]:
    """The texts of promises not kept yet, by due day."""
    rows = FollowUp.objects.filter(engagement_id=engagement, closed_on__isnull=True).order_by("due", "id")
    return tuple(rows.values_list("text", flat=True))


def promises_told() -> Combinable:
    """The same texts, as an expression on the engagement."""
    rows = FollowUp.objects.filter(engagement=OuterRef("pk"), closed_on__isnull=True).order_by("due", "id")
    return ArraySubquery(rows.values("text"))


def visits_told() -> Combinable:
    """How many visits met the mentee, whatever was corrected in them later; as an expression on the engagement."""
    rows = Presence.objects.filter(engagement=OuterRef("pk")).order_by().values("engagement")
    counted = rows.annotate(visits=Count("revision__visit_id", distinct=True)).values("visits")
    return Coalesce(Subquery(counted), 0)
