"""Pages of outcomes."""

from sidamping.features.outcomes.views.after import after, continuation_add, look_back_add, look_backs
from sidamping.features.outcomes.views.judging import outcome_judge, outcome_verdict
from sidamping.features.outcomes.views.meetings import (
    confirmation_add,
    meeting,
    meeting_file,
    meetings,
    presentation_add,
    three_party_add,
)
from sidamping.features.outcomes.views.outcome import copy_receive, intervention_add, outcome, outcome_copy

__all__ = [
    "after", "confirmation_add", "continuation_add", "copy_receive", "intervention_add", "look_back_add", "look_backs",
    "meeting", "meeting_file", "meetings", "outcome", "outcome_copy", "outcome_judge", "outcome_verdict",
    "presentation_add", "three_party_add",
]  # fmt: skip
