"""Writes the first observation (D1) and the joint evaluation (D3); an observation is corrected by a new one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sidamping.domain.fieldwork import EvaluationDraft, ObservationDraft, check_evaluation, check_observation
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.fieldwork.models import JointEvaluation, Observation
from sidamping.features.fieldwork.queries.vocabulary import vocabulary
from sidamping.features.fieldwork.services import steps
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.features.fieldwork.services.standing import carried
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def record_observation(*, by: Viewer, draft: ObservationDraft, on: date) -> UUID:
    """What the mentor saw, per topic. A later one replaces the one it names; the old stays."""
    if not is_new(draft.id, "observation", by, draft):
        return draft.id
    card = carried(by, draft.engagement_id, draft.observed_on, "observed_on")
    take_turns(card.id)
    faults = check_observation(draft, on=on, vocabulary=vocabulary())
    refuse_if(faults + _replaced_meanwhile(draft))
    findings = {topic: text.strip() for topic, text in draft.findings.items() if text.strip()}
    Observation.objects.create(
        id=draft.id, engagement_id=card.id, observed_on=draft.observed_on, findings=findings,
        potentials=draft.potentials, needs=draft.needs, replaces_id=draft.replaces, by_id=by.user_id,
    )
    journal.record(
        "fieldwork.observed", by=by.user_id, subject=draft.id, regency=card.regency_code,
        engagement=str(card.id), replaces=str(draft.replaces or ""),
    )
    steps.reached(by, card, steps.OBSERVATION, draft.observed_on, draft.id)
    return draft.id


@transaction.atomic
def record_evaluation(*, by: Viewer, draft: EvaluationDraft, on: date) -> UUID:
    """The evaluation held with the mentee, both sides named."""
    if not is_new(draft.id, "evaluation", by, draft):
        return draft.id
    card = carried(by, draft.engagement_id, draft.held_on, "held_on")
    refuse_if(check_evaluation(draft, on=on, vocabulary=vocabulary()))
    JointEvaluation.objects.create(
        id=draft.id, engagement_id=card.id, held_on=draft.held_on, mentee_name=draft.mentee_name.strip(),
        went_well=draft.went_well, difficulties=draft.difficulties, mentee_view=draft.mentee_view,
        mentor_view=draft.mentor_view, next_plan=draft.next_plan, by_id=by.user_id,
    )
    journal.record(
        "fieldwork.evaluated", by=by.user_id, subject=draft.id, regency=card.regency_code,
        engagement=str(card.id),
    )
    steps.reached(by, card, steps.EVALUATION, draft.held_on, draft.id)
    return draft.id


def _replaced_meanwhile(draft: ObservationDraft) -> list[Problem]:
    """The observation in force must be the one that the writer saw."""
    rows = Observation.objects.filter(engagement_id=draft.engagement_id, replaced_by=None).select_related("by")
    current = rows.order_by("-id").first()
    if (current.pk if current else None) == draft.replaces:
        return []
    if current is None:
        return [problem("GENERAL_003", "replaces")]
    at = current.created_at.astimezone(timezone.get_current_timezone())
    return [problem("FIELDWORK_025", "replaces", name=current.by, at=at)]
