"""Writes of field work: one transaction and one activity row each; sent twice, it happens once (F1, F2)."""

from sidamping.domain.fieldwork import (
    AlternativeDraft,
    ChoiceDraft,
    EvaluationDraft,
    FollowUpDraft,
    ObservationDraft,
    PlanDraft,
    PresenceDraft,
    ProblemDraft,
    VisitDraft,
)
from sidamping.features.fieldwork.services.chosen import (
    take_alternative,
    take_evaluation,
    take_follow_up,
    take_observation,
    take_outcome,
    take_plan_item,
    take_problem,
)
from sidamping.features.fieldwork.services.feeds import renew_feed
from sidamping.features.fieldwork.services.follow_ups import add_follow_up, close_follow_up
from sidamping.features.fieldwork.services.observations import record_evaluation, record_observation
from sidamping.features.fieldwork.services.photos import MOST_PHOTOS, add_photo
from sidamping.features.fieldwork.services.plans import change_plan_item, drop_plan_item, plan_activity
from sidamping.features.fieldwork.services.problem_changes import ProblemChange, change_problem
from sidamping.features.fieldwork.services.problems import (
    OutcomeDraft,
    add_alternative,
    log_problem,
    record_choice,
    record_outcome,
)
from sidamping.features.fieldwork.services.visits import record_visit, revise_visit

__all__ = [
    "MOST_PHOTOS",
    "AlternativeDraft",
    "ChoiceDraft",
    "EvaluationDraft",
    "FollowUpDraft",
    "ObservationDraft",
    "OutcomeDraft",
    "PlanDraft",
    "PresenceDraft",
    "ProblemChange",
    "ProblemDraft",
    "VisitDraft",
    "add_alternative",
    "add_follow_up",
    "add_photo",
    "change_plan_item",
    "change_problem",
    "close_follow_up",
    "drop_plan_item",
    "log_problem",
    "plan_activity",
    "record_choice",
    "record_evaluation",
    "record_observation",
    "record_outcome",
    "record_visit",
    "renew_feed",
    "revise_visit",
    "take_alternative",
    "take_evaluation",
    "take_follow_up",
    "take_observation",
    "take_outcome",
    "take_plan_item",
    "take_problem",
]
