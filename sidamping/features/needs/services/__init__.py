"""Writes of needs and referrals: one transaction and one activity row each."""

from sidamping.features.needs.services.determining import determine, part_word
from sidamping.features.needs.services.referring import ReferralDraft, close_referral, refer

__all__ = ["ReferralDraft", "close_referral", "determine", "part_word", "refer"]
