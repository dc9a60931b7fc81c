"""What field work counts for an engagement. Unscoped: for features above that have scoped already (B11)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from sidamping.features.fieldwork.models import FollowUp, Presence


def open_promises(engagement: UUID) -> tuple[str, ...]:
    """The texts of promises not kept yet, by due day."""
    rows = FollowUp.objects.filter(engagement_id=engagement, closed_on=None, replaced_by=None).order_by("due", "id")
    return tuple(rows.values_list("text", flat=True))


def promises_told() -> Combinable:
    """The same texts, as an expression on the engagement."""
    rows = FollowUp.objects.filter(engagement=OuterRef("pk"), closed_on=None, replaced_by=None).order_by("due", "id")
    return ArraySubquery(rows.values("text"))


def days_visited(mentee: UUID, since: date, until: date) -> tuple[date, ...]:
    """The day of every visit that met a mentee between two days, as it stands now. Unscoped."""
    rows = Presence.objects.filter(engagement__mentee=mentee, visited_on__range=(since, until))
    return tuple(rows.filter(revision__superseded_at=None).values_list("visited_on", flat=True))


def visits_told() -> Combinable:
    """How many visits met the mentee, whatever was corrected in them later; as an expression on the engagement."""
    rows = Presence.objects.filter(engagement=OuterRef("pk")).order_by().values("engagement")
    counted = rows.annotate(visits=Count("revision__visit_id", distinct=True)).values("visits")
    return Coalesce(Subquery(counted), 0)
