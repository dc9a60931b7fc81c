"""Who writes what is known of a participant, and who verifies it: never the one who told it."""

from __future__ import annotations

from sidamping.features.programmes.queries import EngagementCard, manages
from sidamping.features.progress.queries.lines import MonthLine
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer

LISTS = (roles.MENTOR, *roles.OVERSEERS)
"""Roles that read lists of participants; which of them, the queries decide."""


def writes(viewer: Viewer, card: EngagementCard) -> bool:
    """The mentor who carries the mentee, and whoever manages the programme there."""
    return card.mentor_id == viewer.user_id or manages(viewer, card.programme, card.village_code)


def verifies(viewer: Viewer, card: EngagementCard, record: MonthLine) -> bool:
    """Somebody else than who told it: the mentor what the participant sent, an office what the mentor wrote."""
    if record.by_link and card.mentor_id == viewer.user_id:
        return True
    if record.by_id == viewer.user_id:
        return False
    return any(covers(grant, card.programme, card.village_code) for grant in viewer.holding(*roles.OVERSEERS))
