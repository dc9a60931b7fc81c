"""Who may write about a mentee on a day: the mentor who carries the engagement then, or the chair for the mentee."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.programmes.queries import EngagementCard, carried_by, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

UNNAMED = "—"
"""Stands for a mentee whose name the writer may not see."""


def carried(by: Viewer, engagement_id: UUID, day: date, where: str = "engagement_id") -> EngagementCard:
    """The engagement, when the writer carried it on the day; Refused otherwise, without telling a stranger's name."""
    card = engagement_card(by, engagement_id, walked=False)
    if card is None or not carried_by(engagement_id, by.user_id, day):
        raise Refused(not_carried(card, day, where))
    return card


def carried_or_own(by: Viewer, engagement_id: UUID, day: date) -> EngagementCard:
    """As `carried`, but the chair may write for the own cooperative too."""
    card = engagement_card(by, engagement_id, walked=False)
    if card is not None and card.mentee_id in by.subjects(roles.CHAIR):
        return card
    return carried(by, engagement_id, day)


def not_carried(card: EngagementCard | None, day: date, where: str) -> Problem:
    return problem("FIELDWORK_022", where, day=day, mentee=card.mentee_name if card else UNNAMED)
