"""Writes of applications: taken in, completed, withdrawn, verified, decided, enrolled; each once, with its activity."""

from sidamping.features.admissions.services.applying import submit_application
from sidamping.features.admissions.services.contacting import log_contact
from sidamping.features.admissions.services.deciding import DecisionDraft, decide_stage, take_back_decision
from sidamping.features.admissions.services.drafts import ApplicationDraft, FileDraft
from sidamping.features.admissions.services.enrolling import accept
from sidamping.features.admissions.services.files import MOST_BYTES, MOST_FILES, PREFIX
from sidamping.features.admissions.services.letters import ACCEPTED, REFUSED, letter_id
from sidamping.features.admissions.services.own import add_documents, withdraw
from sidamping.features.admissions.services.revealing import SECRET, reveal

__all__ = [
    "ACCEPTED", "MOST_BYTES", "MOST_FILES", "PREFIX", "REFUSED", "SECRET", "ApplicationDraft", "DecisionDraft",
    "FileDraft", "accept", "add_documents", "decide_stage", "letter_id", "log_contact", "reveal",
    "submit_application", "take_back_decision", "withdraw",
]  # fmt: skip
