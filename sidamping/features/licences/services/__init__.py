"""Writes of licences: one transaction and one activity row each."""

from sidamping.features.licences.services.filing import PaperDraft, file_paper
from sidamping.features.licences.services.stating import StatementDraft, state

__all__ = ["PaperDraft", "StatementDraft", "file_paper", "state"]
