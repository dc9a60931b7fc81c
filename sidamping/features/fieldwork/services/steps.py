"""Field work and the path: the programme file says which activity marks a step, and which step an activity waits for.

Only the mentor who carries the engagement that day marks a step; what the chair writes moves nothing by itself.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.problems import Problem, problem
from sidamping.features.fieldwork.queries.gates import OBSERVATION, PLAN, VISIT, wait_for, wants_observation
from sidamping.features.programmes.queries import (
    EngagementCard,
    Mentored,
    all_stand,
    carried_by,
    engagement_ids,
    shut_steps,
)
from sidamping.features.programmes.services import step_done
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme

__all__ = ["CHOICE", "EVALUATION", "OBSERVATION", "PLAN", "VISIT", "gate_faults", "reached", "waits_for_observation"]

CHOICE = "fieldwork.choice_recorded"
EVALUATION = "fieldwork.evaluated"
Mentoring = EngagementCard | Mentored


def reached(by: Viewer, card: Mentoring, action: str, day: date, source: UUID) -> None:
    """Record the step that the action marks, the first time; a step whose gate is shut stays open."""
    marked = [step.code for step in pinned_programme(card.pinned).steps if step.marked_by == action]
    if all_stand(card.id, marked):  # so it is with nearly every visit
        return
    seen = engagement_ids(by).filter(pk=card.id).exists()
    if seen and day <= by.on and carried_by(card.id, by.user_id, day):
        step_done(by=by, engagement=card.id, action=action, done_on=day, source_id=source)


def gate_faults(card: Mentoring, action: str, day: date, where: str, *, observed: bool = False) -> list[Problem]:
    """What the programme wants done before the activity; with `observed`, besides what the first observation marks."""
    gated = pinned_programme(card.pinned).gates.get(action)
    wait = wait_for(shut_steps(card.id, action, day), seen=observed) if gated else None
    return [problem("FIELDWORK_037", where, mentee=card.mentee_name, steps=wait.steps, who=wait.who)] if wait else []


def waits_for_observation(card: EngagementCard, on: date) -> bool:
    """Whether a plan still waits for the first observation."""
    return wants_observation(card.pinned, shut_steps(card.id, PLAN, on))
