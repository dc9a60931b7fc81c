"""Writes of outcomes: one transaction and one activity row each, beside those of the steps and letters they make."""

from sidamping.features.outcomes.services.after import carry_on, look_back
from sidamping.features.outcomes.services.copies import copy_acknowledged, receive_copy, recipient, send_copy
from sidamping.features.outcomes.services.interventions import InterventionDraft, add_intervention
from sidamping.features.outcomes.services.judging import decide_verdict, judge_result
from sidamping.features.outcomes.services.meetings import PARTIES, STEPS, MeetingDraft, record_meeting

__all__ = [
    "PARTIES", "STEPS", "InterventionDraft", "MeetingDraft", "add_intervention", "carry_on", "copy_acknowledged",
    "decide_verdict", "judge_result", "look_back", "receive_copy", "recipient", "record_meeting", "send_copy",
]
