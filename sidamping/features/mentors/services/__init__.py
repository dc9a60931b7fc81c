"""Writes about mentors: profile, certificates, interests, waivers; each in one transaction with one activity row."""

from sidamping.features.mentors.services.certificates import add_certificate, withdraw_certificate
from sidamping.features.mentors.services.drafts import CertificateDraft, OwnDraft, ProfileDraft
from sidamping.features.mentors.services.interests import declare_interest, end_interest
from sidamping.features.mentors.services.profiles import keep_own_profile, keep_profile, reveal_nik
from sidamping.features.mentors.services.waivers import ask_waiver, waive_conflict

__all__ = [
    "CertificateDraft",
    "OwnDraft",
    "ProfileDraft",
    "add_certificate",
    "ask_waiver",
    "declare_interest",
    "end_interest",
    "keep_own_profile",
    "keep_profile",
    "reveal_nik",
    "waive_conflict",
    "withdraw_certificate",
]
