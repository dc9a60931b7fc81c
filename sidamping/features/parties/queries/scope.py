"""Which parties a viewer sees, decided here once: those of the area of an appointment, or a chair's cooperative."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.parties.models import Party
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

BY_AREA = (
    roles.ADMIN, roles.SECRETARIAT, roles.COORDINATOR, roles.DINAS_REGENCY, roles.DINAS_PROVINCE,
    roles.PMO, roles.ASSESSOR, roles.MENTOR,
)
"""Roles that see every party whose village lies within the area of their appointment."""


def visible(viewer: Viewer, kind: str = "") -> QuerySet[Party]:
    """The parties the viewer may see, of one kind or of all; none for a stranger."""
    rows = Party.objects.filter(reach(viewer))
    return rows.filter(kind=kind) if kind else rows


def of_kind(kinds: Iterable[str]) -> QuerySet[Party, UUID]:
    """The ids of every party of the kinds, which never change; unscoped, for counts that are scoped already."""
    return Party.objects.filter(kind__in=tuple(kinds)).values_list("pk", flat=True)


def reach(viewer: Viewer) -> Q:
    """By area; and for its chair the own cooperative, its board, its businesses and their owners."""
    areas = viewer.areas(*BY_AREA)
    if "" in areas:
        return Q()
    return under(areas) | _own(viewer)


def under(areas: Iterable[str]) -> Q:
    """Parties whose village code starts with one of the prefixes; nothing for no prefixes."""
    found = Q(pk__in=[])
    for area in areas:
        found |= Q(village__code__startswith=area)
    return found


def _own(viewer: Viewer) -> Q:
    own = viewer.subjects(roles.CHAIR)
    if not own:
        return Q(pk__in=[])
    related = Party.objects.filter(
        Q(business__cooperative__in=own) | Q(person__offices__cooperative__in=own)
        | Q(person__businesses__cooperative__in=own)
    )
    return Q(pk__in=own) | Q(pk__in=related.values("pk"))
