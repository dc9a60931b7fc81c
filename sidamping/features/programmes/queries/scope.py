"""Which engagements a person may see, and which they may hand out. Denies by default; used by every query above it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Grant, Viewer

MANAGERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN)
"""Roles that open cohorts and engagements and assign mentors within their area."""
NOTHING = Q(pk__in=[])
REGENCY = 5
"""Signs of the code of a regency."""


def engagement_ids(viewer: Viewer) -> QuerySet[Engagement, Any]:
    """Ids of the engagements whose field records the viewer may see, as a subquery."""
    seen = NOTHING
    for grant in viewer.grants:
        seen |= _seen_by(viewer, grant)
    return Engagement.objects.filter(seen).values("id")


def out_of_sight(viewer: Viewer) -> QuerySet[Engagement]:
    """The engagements whose field records the viewer may not see."""
    return Engagement.objects.exclude(pk__in=engagement_ids(viewer))


def open_places(viewer: Viewer) -> tuple[tuple[str, str], ...] | None:
    """(programme, area) whose engagements are together all that `engagement_ids` gives; '' = any.

    None where that is not told by regencies: for a mentor, a chair, and an area within a regency.
    """
    if viewer.has(roles.MENTOR, roles.CHAIR):
        return None
    held = [grant for grant in viewer.holding(*roles.OVERSEERS) if grant.subject_id is None]
    if any(len(grant.area) > REGENCY for grant in held):
        return None
    return tuple(sorted({(grant.programme, grant.area) for grant in held}))


def known_ids(viewer: Viewer) -> QuerySet[Engagement, Any]:
    """Ids of the engagements of which the viewer may know mentee, place, mentor and path.

    An assessor knows those of the own area, to find whom to assess; their field records and papers stay closed.
    """
    seen = NOTHING
    for grant in viewer.grants:
        seen |= _in_territory(grant) if grant.role == roles.ASSESSOR else _seen_by(viewer, grant)
    return Engagement.objects.filter(seen).values("id")


def reads_records(viewer: Viewer, engagement_id: UUID) -> bool:
    """Whether field records of the engagement are open to whoever sees its card or a paper of it.

    Asked only of assessors, and of chairs: they sign the papers of members' businesses, whose visits stay with mentor
    and offices.
    """
    return not viewer.has(roles.ASSESSOR, roles.CHAIR) or engagement_ids(viewer).filter(pk=engagement_id).exists()


def carried_mentees(viewer: Viewer) -> QuerySet[Engagement, Any]:
    """Ids of the parties whom the viewer mentors, or mentored until their last papers are done, as a subquery."""
    seen = NOTHING
    for grant in viewer.holding(roles.MENTOR):
        seen |= _seen_by(viewer, grant)
    return Engagement.objects.filter(seen).values("mentee_id")


def administered_ids(viewer: Viewer) -> QuerySet[Engagement, Any]:
    """Ids of the engagements the viewer assigns or oversees: who carries whom, without field records."""
    seen = NOTHING
    for grant in viewer.holding(*roles.OVERSEERS, roles.ADMIN):
        seen |= _in_territory(grant)
    return Engagement.objects.filter(seen).values("id")


def manages(viewer: Viewer, programme: str, village: str) -> bool:
    """Whether the viewer may open engagements and assign mentors there."""
    return any(covers(grant, programme, village) for grant in viewer.holding(*MANAGERS))


def kept_open_since(on: date) -> date:
    """The first day of the month before: an ended assignment stays readable until its last papers are done."""
    return ((on.replace(day=1)) - timedelta(days=1)).replace(day=1)


def _seen_by(viewer: Viewer, grant: Grant) -> Q:
    if grant.role == roles.MENTOR:
        lasting = Q(ends__isnull=True) | Q(ends__gte=kept_open_since(viewer.on))
        own = Assignment.objects.filter(lasting, mentor_id=viewer.user_id, starts__lte=viewer.on)
        return _in_programme(grant) & Q(pk__in=own.values("engagement_id"))
    if grant.role == roles.CHAIR:
        return _in_programme(grant) & Q(mentee_id=grant.subject_id)
    return _in_territory(grant) if grant.role in roles.OVERSEERS else NOTHING


def _in_territory(grant: Grant) -> Q:
    if grant.subject_id is not None:
        return NOTHING
    return _in_programme(grant) & (Q(village__code__startswith=grant.area) if grant.area else Q())


def _in_programme(grant: Grant) -> Q:
    return Q(programme=grant.programme) if grant.programme else Q(pk__isnull=False)
