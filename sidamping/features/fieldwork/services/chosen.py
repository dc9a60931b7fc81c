"""Puts the content that people chose in the place of the one in force, by the way of changing that each record has.

What may change is changed, with its reason; what was seen or said once gets a further row beside the first, which stays
readable; a promise stays readable behind the one in its place. What the mentee decided is nobody's to exchange.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from sidamping.domain.fieldwork import (
    AlternativeDraft,
    EvaluationDraft,
    FollowUpDraft,
    ObservationDraft,
    PlanDraft,
    ProblemDraft,
)
from sidamping.features.fieldwork.models import (
    Alternative,
    FollowUp,
    JointEvaluation,
    Observation,
    Outcome,
    PlanItem,
    Problem,
)
from sidamping.features.fieldwork.services.follow_ups import add_follow_up, promise_in_force, refuse_kept
from sidamping.features.fieldwork.services.observations import record_evaluation, record_observation
from sidamping.features.fieldwork.services.plans import change_plan_item, plan_activity
from sidamping.features.fieldwork.services.problem_changes import ProblemChange, change_problem
from sidamping.features.fieldwork.services.problems import OutcomeDraft, add_alternative, log_problem, record_outcome
from sidamping.platform.access.viewer import Viewer

D = TypeVar("D", AlternativeDraft, EvaluationDraft, OutcomeDraft)


def take_problem(*, by: Viewer, draft: ProblemDraft, why: str, on: date) -> UUID:
    """The problem in these words, its side and day of finding among them."""
    seen = Problem.objects.filter(pk=draft.id).values_list("revised", flat=True).first()
    if seen is None:
        return log_problem(by=by, draft=draft, on=on)
    change = ProblemChange(
        draft.id, seen, draft.title, draft.category, draft.causes, draft.priority, draft.dialogue, why, draft.side,
        draft.found_on,
    )  # fmt: skip
    return change_problem(by=by, change=change, on=on)


def take_plan_item(*, by: Viewer, draft: PlanDraft, why: str, on: date) -> UUID:
    """The planned activity with this content."""
    seen = PlanItem.objects.filter(pk=draft.id).values_list("revised", flat=True).first()
    if seen is None:
        return plan_activity(by=by, draft=draft, on=on)[0]
    return change_plan_item(by=by, seen=seen, draft=draft, reason=why, on=on)


def take_observation(*, by: Viewer, draft: ObservationDraft, instead: UUID, on: date) -> UUID:
    """A further observation that replaces the one in force."""
    rows = Observation.objects.filter(engagement_id=draft.engagement_id, replaced_by=None)
    current = rows.order_by("-id").values_list("pk", flat=True).first()
    named = draft.id if current is None else instead
    return record_observation(by=by, draft=replace(draft, id=named, replaces=current), on=on)


@transaction.atomic
def take_follow_up(
    *, by: Viewer, draft: FollowUpDraft, instead: UUID, on: date, visit_id: UUID | None, problem_id: UUID | None
) -> UUID:
    """The promise under its own name where none is in force yet; else a further one in the place of that.

    The one in force is not closed, for that would count it as kept; one that was kept stays as it is.
    """
    about = {"visit_id": visit_id, "problem_id": problem_id}
    old = promise_in_force(draft.id)
    if old is None or old.pk == instead:
        return add_follow_up(by=by, draft=draft, on=on, **about)
    refuse_kept(old)
    made = add_follow_up(by=by, draft=replace(draft, id=instead), on=on, **about)
    FollowUp.objects.filter(pk=old.pk).update(replaced_by=made)
    return draft.id


def take_alternative(*, by: Viewer, draft: AlternativeDraft, instead: UUID, on: date) -> UUID:
    """A further way out; what was laid before the mentee first stays there."""
    return add_alternative(by=by, draft=_beside(Alternative, draft, instead), on=on)


def take_outcome(*, by: Viewer, draft: OutcomeDraft, instead: UUID, on: date) -> UUID:
    """A further thing seen after the choice."""
    return record_outcome(by=by, draft=_beside(Outcome, draft, instead), on=on)


def take_evaluation(*, by: Viewer, draft: EvaluationDraft, instead: UUID, on: date) -> UUID:
    """A further evaluation held with the mentee."""
    return record_evaluation(by=by, draft=_beside(JointEvaluation, draft, instead), on=on)


def _beside(model: Any, draft: D, instead: UUID) -> D:
    """Under a name of its own where the first one is taken."""
    return replace(draft, id=instead) if model.objects.filter(pk=draft.id).exists() else draft
