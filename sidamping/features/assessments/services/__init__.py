"""Writes of assessments: one transaction and one activity row each."""

from sidamping.features.assessments.services.acts import decide, send_back, withdraw
from sidamping.features.assessments.services.evaluations import evaluate_mentor
from sidamping.features.assessments.services.evidence import attach_evidence, remove_evidence
from sidamping.features.assessments.services.filling import save_filling, submit_filling
from sidamping.features.assessments.services.inviting import invite
from sidamping.features.assessments.services.opening import AssessmentDraft, open_assessment
from sidamping.features.assessments.services.outside import OutsideDraft, record_outside
from sidamping.features.assessments.services.recomputing import recompute

__all__ = [
    "AssessmentDraft", "OutsideDraft", "attach_evidence", "decide", "evaluate_mentor", "invite", "open_assessment",
    "recompute", "record_outside", "remove_evidence", "save_filling", "send_back", "submit_filling", "withdraw",
]
