"""The boards a person kept, by name; nobody sees another's."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.features.indicators.models import SavedView
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class ViewLine:
    """A kept board: its name and address."""

    id: UUID
    name: str
    address: str


def saved_views(viewer: Viewer) -> tuple[ViewLine, ...]:
    """Every view of the viewer, by name."""
    rows = SavedView.objects.filter(user_id=viewer.user_id).order_by("name")
    return tuple(ViewLine(*row) for row in rows.values_list("id", "name", "address"))
