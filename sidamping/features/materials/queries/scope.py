"""Which pieces a person reads, and for which office a person keeps them. Denies by default."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from sidamping.features.materials.models import Material
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.queries import lineage

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
KEEPERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Roles whose office adds to the library."""


def visible(viewer: Viewer) -> QuerySet[Material]:
    """Pieces of the offices above the viewer's areas, and of those below them."""
    seen = Q(pk__in=[])
    for grant in viewer.holding(*READERS):
        seen |= Q(area__in=["", *lineage(grant.area)])
        if grant.subject_id is None:
            seen |= Q(area__startswith=grant.area)
    return Material.objects.filter(seen)


def keeps(viewer: Viewer, area: str) -> bool:
    """Whether the viewer's office adds and corrects pieces for the area."""
    return any(area.startswith(reach) for reach in viewer.areas(*KEEPERS))
