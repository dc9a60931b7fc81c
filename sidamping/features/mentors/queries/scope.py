"""Which mentors a person may see and keep, decided here once: oneself, and those appointed in the own area."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.access.viewer import Grant, Viewer

KEEPERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN)
"""Roles that write profiles and certificates of the mentors of their area."""
READERS = (*KEEPERS, roles.DINAS_REGENCY, roles.DINAS_PROVINCE)
VISITORS = (roles.MENTOR, *READERS)
"""Roles that open profiles; which of them, the queries decide."""
DECIDERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Roles that let a conflict of interest in."""


def appointed(viewer: Viewer, *through: str) -> Q:
    """Users who hold or held the role of mentor in or over the viewer's areas, as a filter on users."""
    reached = Q(pk__in=[])
    for grant in viewer.holding(*through):
        if grant.subject_id is None:
            reached |= _reached(grant)
    rows = Appointment.objects.filter(reached, role=roles.MENTOR, cancelled_on__isnull=True)
    return Q(pk__in=rows.values("user_id")) | _lives(viewer, through)


def sees(viewer: Viewer, user: UUID) -> bool:
    """Whether the viewer may open the profile: one's own, or a mentor of the area."""
    return (viewer.user_id == user and viewer.has(roles.MENTOR)) or _within(viewer, user, READERS)


def seen(viewer: Viewer, user: UUID) -> QuerySet[User]:
    """The user, when the viewer may open the profile."""
    own = viewer.user_id == user and viewer.has(roles.MENTOR)
    reached = Q() if own else appointed(viewer, *READERS) if viewer.has(*READERS) else Q(pk__in=[])
    return User.objects.filter(reached, pk=user)


def keeps(viewer: Viewer, user: UUID) -> bool:
    """Whether the viewer may write the official part of the profile; never one's own."""
    return viewer.user_id != user and _within(viewer, user, KEEPERS)


def decides(viewer: Viewer, village: str, mentor: UUID) -> bool:
    """Whether the viewer may let a conflict in about a mentee of the village: in a programme of the mentor's.

    A candidate without any appointment yet belongs to no programme; whoever decides in the area decides.
    """
    here = [one for one in _deciding(viewer) if village.startswith(one.area)]
    if not here:
        return False
    held = set(_mentoring().filter(user=mentor).values_list("programme", flat=True))
    return not held or any(not one.programme or held & {"", one.programme} for one in here)


def decided_by(viewer: Viewer) -> Q:
    """Requests and waivers the viewer decides about, as a filter on them; the same rule as `decides`."""
    found = Q(pk__in=[])
    for grant in _deciding(viewer):
        place = Q(party__village__code__startswith=grant.area) if grant.area else Q(pk__isnull=False)
        found |= place & _of_programme(grant)
    return found


def _deciding(viewer: Viewer) -> list[Grant]:
    return [one for one in viewer.holding(*DECIDERS) if one.subject_id is None]


def _of_programme(grant: Grant) -> Q:
    if not grant.programme:
        return Q(pk__isnull=False)
    held = _mentoring().filter(user=OuterRef("user"))
    return Q(Exists(held.filter(programme__in=("", grant.programme)))) | Q(~Exists(held))


def _mentoring() -> QuerySet[Appointment]:
    return Appointment.objects.filter(role=roles.MENTOR, cancelled_on__isnull=True)


def _within(viewer: Viewer, user: UUID, through: tuple[str, ...]) -> bool:
    return viewer.has(*through) and User.objects.filter(appointed(viewer, *through), pk=user).exists()


def _lives(viewer: Viewer, through: tuple[str, ...]) -> Q:
    """A candidate has a profile in the area before any appointment as mentor, whatever the programme."""
    found = Q(pk__in=[])
    for area in viewer.areas(*through):
        found |= Q(mentor_profile__village__code__startswith=area) if area else Q(mentor_profile__isnull=False)
    return found & Q(~Exists(Appointment.objects.filter(role=roles.MENTOR, user=OuterRef("pk"))))


def _reached(grant: Grant) -> Q:
    area = grant.area
    parts = area.split(".") if area else []
    over = [".".join(parts[: count + 1]) for count in range(len(parts))]
    place = Q(area__isnull=True) | Q(area__code__startswith=area) | Q(area_id__in=over) if area else Q(pk__isnull=False)
    return place & (Q(programme__in=("", grant.programme)) if grant.programme else Q(pk__isnull=False))
