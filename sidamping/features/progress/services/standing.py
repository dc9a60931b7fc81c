"""Takes a participant for writing: one writer at a time, refused to strangers with a code."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.features.progress.queries.people import writes
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def seen(by: Viewer, engagement: UUID) -> EngagementCard:
    """The engagement as the viewer may see it."""
    card = engagement_card(by, engagement, walked=False)
    if card is None:
        raise Refused(problem("PROGRESS_001"))
    return card


def held(by: Viewer, engagement: UUID) -> EngagementCard:
    """The engagement once the lock is held, for somebody who may write there."""
    take_turns(engagement)
    card = seen(by, engagement)
    if not writes(by, card):
        raise Refused(problem("PROGRESS_001"))
    return card


def tell(verb: str, by: UUID | None, subject: UUID, card: EngagementCard, *, why: str = "", **data: Any) -> None:
    """The activity row of a write about a participant."""
    journal.record(
        f"progress.{verb}", by=by, subject=subject, why=why, regency=card.regency_code, engagement=str(card.id), **data
    )
