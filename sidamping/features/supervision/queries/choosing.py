"""Which cooperatives an office may examine: those of its own area, mentored or not."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.features.parties import queries as parties
from sidamping.features.supervision.queries.scope import office_over
from sidamping.platform.access.viewer import Viewer

MOST = 200


@dataclass(frozen=True)
class Supervised:
    """A cooperative with the office of the viewer that supervises it."""

    id: UUID
    name: str
    village_code: str
    office: str
    area: str


def supervised(viewer: Viewer, cooperative: UUID) -> Supervised | None:
    """The cooperative and the viewer's office over it; None outside the area."""
    row = parties.visible(viewer, "cooperative").filter(pk=cooperative).values_list("name", "village_id").first()
    if row is None:
        return None
    office = office_over(viewer, row[1])
    return Supervised(cooperative, *row, office.role, office.area) if office is not None else None


def cooperatives_to_choose(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Identifier and name of the cooperatives of the viewer's offices, by name."""
    rows = parties.visible(viewer, "cooperative").order_by("name", "id").values_list("id", "name", "village_id")
    found = ((str(id), name) for id, name, village in rows.iterator() if office_over(viewer, village) is not None)
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))
