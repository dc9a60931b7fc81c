"""Pure checks of field work: drafts of visits, plans, problems and choices; suggestions of next visits.

Knows no database and no clock; which codes are allowed and which day it is are arguments (A5, A6, D1-D3, F1).
"""

from sidamping.domain.fieldwork.choices import ChoiceDraft, Option, check_choice, problem_state, same_person
from sidamping.domain.fieldwork.drafts import (
    AlternativeDraft,
    EvaluationDraft,
    FollowUpDraft,
    ObservationDraft,
    PlanDraft,
    PresenceDraft,
    ProblemDraft,
    VisitDraft,
    Vocabulary,
    fingerprint,
)
from sidamping.domain.fieldwork.plans import MAX_REPEATS, check_plan, repeat_faults, repeated_days
from sidamping.domain.fieldwork.records import (
    check_alternative,
    check_evaluation,
    check_follow_up,
    check_observation,
    check_problem,
)
from sidamping.domain.fieldwork.suggestions import Candidate, Reason, Suggestion, suggest_visits
from sidamping.domain.fieldwork.visits import MAX_COST, Taken, check_visit, overlapping

__all__ = [
    "MAX_COST",
    "MAX_REPEATS",
    "AlternativeDraft",
    "Candidate",
    "ChoiceDraft",
    "EvaluationDraft",
    "FollowUpDraft",
    "ObservationDraft",
    "Option",
    "PlanDraft",
    "PresenceDraft",
    "ProblemDraft",
    "Reason",
    "Suggestion",
    "Taken",
    "VisitDraft",
    "Vocabulary",
    "check_alternative",
    "check_choice",
    "check_evaluation",
    "check_follow_up",
    "check_observation",
    "check_plan",
    "check_problem",
    "check_visit",
    "fingerprint",
    "overlapping",
    "problem_state",
    "repeat_faults",
    "repeated_days",
    "same_person",
    "suggest_visits",
]
