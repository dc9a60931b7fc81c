"""Writes of progress: one transaction and one activity row each."""

from sidamping.features.progress.services.drafts import LABELS, LISTS, WITHIN, MonthDraft, Photo, ProfileDraft
from sidamping.features.progress.services.extensions import extend
from sidamping.features.progress.services.links import make_link, revoke_link
from sidamping.features.progress.services.months import add_proof, correct_month, record_month, take_month, verify_month
from sidamping.features.progress.services.profiles import record_profile
from sidamping.features.progress.services.selfview import participant_of, send_month, send_self_view

__all__ = [
    "LABELS", "LISTS", "WITHIN", "MonthDraft", "Photo", "ProfileDraft", "add_proof", "correct_month", "extend",
    "make_link", "participant_of", "record_month", "record_profile", "revoke_link", "send_month",
    "send_self_view", "take_month", "verify_month",
]  # fmt: skip
