"""Which applications a person may see, decided here once: officers those of their programme and area.

Applicants see their own: by its secret address, or signed in as whoever sent it or chairs the cooperative.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.admissions.models import Application
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Grant, Viewer

READERS = roles.OVERSEERS
REVEALERS = (roles.PMO, roles.SECRETARIAT, roles.COORDINATOR, roles.DINAS_REGENCY)
"""Roles that call or verify applicants and may open a masked number, with a reason."""
ENROLLERS = (roles.PMO, roles.SECRETARIAT, roles.COORDINATOR)
"""Roles that open the mentoring of an applicant who passed every stage."""


def visible(viewer: Viewer) -> QuerySet[Application]:
    """The applications an officer may read."""
    wanted = Q(pk__in=[])
    for grant in viewer.holding(*READERS):
        wanted |= _within(grant)
    return Application.objects.filter(wanted)


def sent_by(viewer: Viewer) -> QuerySet[Application]:
    """Those the person sent, or that came from the cooperative they chair."""
    return Application.objects.filter(Q(by=viewer.user_id) | Q(party__in=viewer.subjects(roles.CHAIR)))


def own_cooperative(viewer: Viewer | None) -> UUID | None:
    """The cooperative that the person speaks for."""
    return next(iter(viewer.subjects(roles.CHAIR)), None) if viewer else None


def held_roles(viewer: Viewer, programme: str, village: str) -> frozenset[str]:
    """The roles a person holds over the programme where the applicant lives."""
    return frozenset(grant.role for grant in viewer.grants if covers(grant, programme, village))


def _within(grant: Grant) -> Q:
    if grant.subject_id is not None:
        return Q(pk__in=[])
    found = Q(village__code__startswith=grant.area)
    return found & Q(programme=grant.programme) if grant.programme else found
