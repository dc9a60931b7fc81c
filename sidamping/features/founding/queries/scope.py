"""Whose foundings a person reads: of the pra-koperasi in sight. Keeps: as a writer of the registers, or its chair."""

from __future__ import annotations

from django.db.models import QuerySet

from sidamping.features.founding.models import Founding
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

KEEPERS = (*registers.WRITERS, roles.CHAIR)
"""Roles that write about foundings, each in its area; the founders' chair about the own one."""
READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS, roles.ADMIN)


def in_sight(viewer: Viewer) -> QuerySet[Founding]:
    """The foundings a viewer may read; none for a stranger and for roles that have no business here."""
    if not viewer.has(*READERS):
        return Founding.objects.none()
    return Founding.objects.filter(party__party__in=parties.visible(viewer))


def keeps(viewer: Viewer, row: Founding) -> bool:
    """Whether the viewer writes about the founding, whose party came along."""
    return row.party_id in viewer.subjects(roles.CHAIR) or registers.may_write(viewer, row.party.party.village_id)
