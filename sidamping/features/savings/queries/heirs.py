"""The heirs a member named, for whoever sees the members of the book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.features.savings.models import Heir
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class HeirLine:
    """An heir with who wrote the name down."""

    id: UUID
    name: str
    kinship: str
    named_by: str
    named_at: datetime


def heirs(viewer: Viewer, member: UUID) -> tuple[HeirLine, ...]:
    """Those who are named now, in the order they were; nothing for a stranger."""
    rows = Heir.objects.filter(member_id=member, member__book__in=books.readable_by_name(viewer), ended_at=None)
    found = rows.select_related("named_by").order_by("named_at", "id")
    return tuple(HeirLine(row.pk, row.name, row.kinship, str(row.named_by), row.named_at) for row in found)
