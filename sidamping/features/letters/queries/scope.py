"""Which letters a person may see, issue, acknowledge, declare void or word. Denies by default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.letters.models import Letter
from sidamping.features.programmes.queries import carried_by, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.territory.queries import lineage

ISSUERS = roles.OVERSEERS
"""Roles whose office issues letters; which letter, the calling feature decides."""
KEEPERS = (roles.PMO, roles.SECRETARIAT, roles.DINAS_PROVINCE)
"""Roles that word an office's letters and declare a letter void."""
NOTHING = Q(pk__in=[])


def visible(viewer: Viewer) -> QuerySet[Letter, Any]:
    """The letters of the viewer's programmes and area, those of the own mentoring, and those the own office answers.

    A notice to the offices of a whole province is also read by the office of a regency in it. Reserved letters are
    shown by the feature that issued them, and nowhere else.
    """
    seen = NOTHING
    for grant in viewer.holding(*roles.OVERSEERS):
        seen |= _in_reach(grant) | _addressed(grant)
    if viewer.has(roles.MENTOR):
        seen |= Q(path__subject="mentor", path__person_id=viewer.user_id)
    if viewer.has(roles.MENTOR, roles.CHAIR):
        seen |= Q(engagement_id__in=engagement_ids(viewer))
    return Letter.objects.filter(seen, reserved=False)


def issues(by: Viewer | None, programme: str, area: str, engagement: UUID | None) -> bool:
    """Whether the person may issue there; a mentor for the mentee carried on the day of looking."""
    if by is None or _reaches(by, ISSUERS, programme, area):
        return True
    return engagement is not None and carried_by(engagement, by.user_id, by.on)


def own_area(by: Viewer | None, programme: str, within: str) -> str:
    """The area of the office that issues: the given one, or the issuer's own where that is narrower."""
    if by is None or _reaches(by, ISSUERS, programme, within):
        return within
    inside = [grant.area for grant in _grants(by, ISSUERS, programme) if grant.area.startswith(within)]
    return min(inside, key=len, default=within)


def keeps(viewer: Viewer, programme: str, area: str) -> bool:
    """Whether the viewer words letters there and may declare them void."""
    return _reaches(viewer, KEEPERS, programme, area)


def acknowledging(viewer: Viewer, programme: str, area: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of the wanted roles that the viewer holds there."""
    held = {
        grant.role for grant in viewer.grants
        if covers(grant, programme, area) or (_of(grant, programme) and grant.area.startswith(area))
    }
    return tuple(role for role in wanted if role in held)


def reaches(viewer: Viewer, role: str, programme: str, area: str) -> bool:
    """Whether the viewer holds the role there."""
    return _reaches(viewer, (role,), programme, area)


def _reaches(by: Viewer, wanted: tuple[str, ...], programme: str, area: str) -> bool:
    return any(covers(grant, programme, area) for grant in by.holding(*wanted))


def _grants(by: Viewer, wanted: tuple[str, ...], programme: str) -> list[Grant]:
    return [one for one in by.holding(*wanted) if _of(one, programme)]


def _of(grant: Grant, programme: str) -> bool:
    return grant.subject_id is None and grant.programme in ("", programme)


def _in_reach(grant: Grant) -> Q:
    if grant.subject_id is not None:
        return NOTHING
    return Q(area__startswith=grant.area) & (Q(programme=grant.programme) if grant.programme else Q())


def _addressed(grant: Grant) -> Q:
    """Letters of a wider area that wait for offices of the grant's role."""
    if grant.subject_id is not None:
        return NOTHING
    around = Q(area__in=["", *lineage(grant.area)]) & Q(content__acknowledged_by__contains=[grant.role])
    return around & (Q(programme=grant.programme) if grant.programme else Q())
