"""Reads determinations: the one in force, the older ones, those of many engagements at once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable

from sidamping.features.needs.models import Need
from sidamping.features.needs.queries.lines import NeedLine, need_line
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer


def need_of(viewer: Viewer, engagement: UUID) -> NeedLine | None:
    """The needs in force; None before they were determined, and for a stranger."""
    return next(iter(needs_of(viewer, engagement)), None)


def needs_of(viewer: Viewer, engagement: UUID) -> tuple[NeedLine, ...]:
    """Every determination, the newest first; nothing for a stranger."""
    rows = Need.objects.filter(engagement_id=engagement, engagement_id__in=engagement_ids(viewer))
    return tuple(need_line(row) for row in rows.select_related("by").order_by("-number"))


def themes_told() -> Combinable:
    """The themes of the needs in force, the most important first, as an expression on the engagement; None without."""
    rows = Need.objects.filter(engagement=OuterRef("pk")).order_by("-number")
    return Subquery(rows.values("themes")[:1])


def needs_by_engagement(ids: Iterable[UUID]) -> dict[UUID, NeedLine]:
    """The needs in force of each engagement that has any, in one query. Unscoped: the caller has scoped the ids."""
    rows = Need.objects.filter(engagement_id__in=list(ids)).select_related("by")
    newest = rows.order_by("engagement_id", "-number").distinct("engagement_id")
    return {row.engagement_id: need_line(row) for row in newest}
