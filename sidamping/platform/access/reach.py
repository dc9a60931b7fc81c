"""How far an administrator's appointments reach: over which programmes, areas and people. Denies by default."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Grant, Viewer


def covers(grant: Grant, programme: str, area: str) -> bool:
    """Whether the grant reaches a programme ('' = all of them) in an area ('' = the nation)."""
    if grant.subject_id is not None:
        return False
    return grant.programme in ("", programme) and area.startswith(grant.area)


def administers(by: Viewer | None, programme: str, area: str) -> bool:
    """Whether the actor may appoint in the programme and area."""
    return by is None or any(covers(grant, programme, area) for grant in by.holding(roles.ADMIN))


def administers_user(by: Viewer | None, user_id: UUID, on: date) -> bool:
    """Whether every appointment the user still holds lies within the actor's reach."""
    if by is None:
        return True
    still = Appointment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), user_id=user_id)
    pairs = still.values_list("programme", "area_id")
    return by.has(roles.ADMIN) and all(administers(by, programme, area or "") for programme, area in pairs)
