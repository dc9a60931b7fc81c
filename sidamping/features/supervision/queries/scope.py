"""Who sees supervision, decided here once: the office that examines, and the board once the report is issued.

The office is the role and the area of an appointment, whatever its programme; another office, above or below, sees
nothing, and neither do mentors, coordinators and secretariats (C33).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from sidamping.features.supervision.models import Examination
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Grant, Viewer

OFFICES = (roles.DINAS_REGENCY, roles.DINAS_PROVINCE)
READERS = (*roles.BOARD, *OFFICES)
NOTHING = Q(pk__in=[])


def visible(viewer: Viewer) -> QuerySet[Examination]:
    """Those of the viewer's own office, and the reported ones of the viewer's own cooperative."""
    own = Q(cooperative_id__in=viewer.subjects(*roles.BOARD), report__isnull=False)
    return Examination.objects.filter(_of_offices(viewer) | own)


def kept(viewer: Viewer) -> QuerySet[Examination]:
    """Those the viewer's own office carries out."""
    return Examination.objects.filter(_of_offices(viewer))


def carries_out(viewer: Viewer, row: Examination) -> bool:
    """Whether the viewer's own office carries an examination out."""
    return any((one.role, one.area) == (row.office, row.area) for one in offices_held(viewer))


def answered(viewer: Viewer) -> QuerySet[Examination]:
    """Those whose findings the viewer answers as the board."""
    return Examination.objects.filter(cooperative_id__in=viewer.subjects(*roles.BOARD), report__isnull=False)


def office_over(viewer: Viewer, village: str) -> Grant | None:
    """The viewer's office that reaches a village, the nearest first; None for a stranger."""
    reaching = [one for one in offices_held(viewer) if village.startswith(f"{one.area}.")]
    return max(reaching, key=lambda one: len(one.area), default=None)


def offices_held(viewer: Viewer) -> Iterator[Grant]:
    """The viewer's appointments to an office."""
    return (one for one in viewer.holding(*OFFICES) if one.area and one.subject_id is None)


def office_areas(viewer: Viewer) -> tuple[str, ...]:
    """The areas of the viewer's offices."""
    return tuple(sorted({one.area for one in offices_held(viewer)}))


def _of_offices(viewer: Viewer) -> Q:
    found = NOTHING
    for one in offices_held(viewer):
        found |= Q(office=one.role, area=one.area)
    return found
