"""Writes of assessments: one transaction and one activity row each."""

from sidamping.features.assessments.services.filling import save_filling, submit_filling
from sidamping.features.assessments.services.opening import AssessmentDraft, open_assessment

__all__ = ["AssessmentDraft", "open_assessment", "save_filling", "submit_filling"]
