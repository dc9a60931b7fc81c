"""A copy of a mentoring report that an office acknowledged in the list of letters marks its step of the path (B12)."""

from __future__ import annotations

from uuid import UUID

from django.utils.timezone import localtime

from sidamping.features.outcomes import services as outcomes
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import viewer_of
from sidamping.platform.activity.journal import Entry

COPY = "handover-copy"


def copy_acknowledged(entry: Entry) -> None:
    """Twice changes nothing more; letters of other kinds are left alone."""
    engagement = entry.data.get("engagement", "")
    if entry.data.get("kind") != COPY or not engagement or entry.actor_id is None:
        return
    on = localtime(entry.at).date()
    by = viewer_of(User.objects.get(pk=entry.actor_id), on)
    outcomes.copy_acknowledged(by=by, engagement=UUID(engagement), letter=entry.subject_id, on=on)
