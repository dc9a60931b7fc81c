"""The founders of a founding, their numbers masked; who left is left out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.parties import masked
from sidamping.features.founding.models import Founder
from sidamping.features.founding.queries.scope import in_sight
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class FounderLine:
    """A founder as shown: the NIK masked, the cooperative represented if any, the first office, whether a proxy."""

    id: UUID
    founding: UUID
    number: int
    name: str
    nik: str
    work: str
    address: str
    represents: str
    position: str
    signs: bool


def founders(founding: UUID) -> tuple[FounderLine, ...]:
    """Everybody who founds today, by number; the caller has scoped the founding."""
    rows = Founder.objects.filter(founding_id=founding, left_on=None).select_related("represents__party")
    return tuple(_line(row) for row in rows.order_by("number"))


def founder_of(viewer: Viewer, id: UUID) -> FounderLine | None:
    """One founder who did not leave; None for a stranger."""
    rows = Founder.objects.filter(pk=id, left_on=None, founding__in=in_sight(viewer))
    row = rows.select_related("represents__party").first()
    return _line(row) if row else None


def _line(row: Founder) -> FounderLine:
    represents = row.represents.party.name if row.represents else ""
    return FounderLine(row.pk, row.founding_id, row.number, row.name, masked(row.nik), row.work, row.address,
                       represents, row.position, row.signs)  # fmt: skip
