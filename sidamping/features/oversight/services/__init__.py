"""Writes of oversight: calls and visits of the office, checks of visits, benefits (B10, B15)."""

from sidamping.features.oversight.services.benefits import BenefitDraft, record_benefit, withdraw_benefit
from sidamping.features.oversight.services.checks import CheckDraft, check_visit
from sidamping.features.oversight.services.contacts import Answer, ContactDraft, record_contact

__all__ = [
    "Answer", "BenefitDraft", "CheckDraft", "ContactDraft", "check_visit", "record_benefit", "record_contact",
    "withdraw_benefit",
]  # fmt: skip
