"""Whose records and devices a viewer may see: the own ones, and as an overseer those of people of the area."""

from __future__ import annotations

from django.db.models import Q

from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.reach import people_within
from sidamping.platform.access.viewer import Viewer

WATCHERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Roles that look after the phones of the mentors in their area."""


def within(viewer: Viewer) -> Q:
    """A condition on `owner`."""
    own = Q(owner_id=viewer.user_id)
    if not viewer.has(*WATCHERS):
        return own
    return own | Q(owner__in=User.objects.filter(people_within(viewer, *WATCHERS)))
