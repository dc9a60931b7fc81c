"""Moves an engagement along its path when field work did a step: the programme file says which activity marks which.

Only the mentor who carries the engagement that day marks a step; what the chair writes moves nothing by itself.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.features.programmes.queries import EngagementCard, carried_by, engagement_ids
from sidamping.features.programmes.services import step_done
from sidamping.platform.access.viewer import Viewer

OBSERVATION = "fieldwork.observed"
CHOICE = "fieldwork.choice_recorded"
PLAN = "fieldwork.activity_planned"
VISIT = "fieldwork.visit_recorded"
EVALUATION = "fieldwork.evaluated"


def reached(by: Viewer, card: EngagementCard, action: str, day: date, source: UUID) -> None:
    """Record the step that the action marks, the first time; a step whose gate is shut stays open."""
    seen = engagement_ids(by).filter(pk=card.id).exists()
    if seen and day <= by.on and carried_by(card.id, by.user_id, day):
        step_done(by=by, engagement=card.id, action=action, done_on=day, source_id=source)
