"""How far an administrator's appointments reach: over which programmes, areas and people. Denies by default."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User, not_over
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.activity.models import Activity


def covers(grant: Grant, programme: str, area: str) -> bool:
    """Whether the grant reaches a programme ('' = all of them) in an area ('' = the nation)."""
    if grant.subject_id is not None:
        return False
    return grant.programme in ("", programme) and area.startswith(grant.area)


def administers(by: Viewer | None, programme: str, area: str) -> bool:
    """Whether the actor may appoint in the programme and area."""
    return by is None or any(covers(grant, programme, area) for grant in by.holding(roles.ADMIN))


def people_within(by: Viewer, *through: str) -> Q:
    """Users who hold or held a role in the areas of the given roles; the nation's administrators reach everybody.

    Who has no role yet belongs to who added the account.
    """
    if "" in by.areas(roles.ADMIN):
        return Q()
    held = Appointment.objects.filter(_in_areas(by.areas(*through)))
    added = Activity.objects.filter(actor_id=by.user_id, action="access.user_added")
    return Q(pk__in=held.values("user_id")) | Q(appointments__isnull=True, pk__in=added.values("subject_id"))


def administers_user(by: Viewer | None, user_id: UUID, on: date) -> bool:
    """Whether the user is within the actor's reach, with every appointment still held."""
    if by is None:
        return True
    if not by.has(roles.ADMIN) or not User.objects.filter(people_within(by, roles.ADMIN), pk=user_id).exists():
        return False
    still = Appointment.objects.filter(not_over(on), user_id=user_id)
    return all(administers(by, programme, area or "") for programme, area in still.values_list("programme", "area_id"))


def _in_areas(areas: tuple[str, ...]) -> Q:
    if "" in areas:
        return Q()
    found = Q(pk__in=[])
    for area in areas:
        found |= Q(area__code__startswith=area)
    return found
