"""Writes of oversight: calls and visits of the office, checks and codes of visits, benefits (B10, B15)."""

from sidamping.features.oversight.services.benefits import BenefitDraft, record_benefit, withdraw_benefit
from sidamping.features.oversight.services.checks import CheckDraft, check_visit
from sidamping.features.oversight.services.codes import LATEST_DAYS, MOST_WRONG, enter_code, issue_codes
from sidamping.features.oversight.services.contacts import Answer, ContactDraft, record_contact
from sidamping.features.oversight.services.seals import SealDraft, keep_seal

__all__ = [
    "LATEST_DAYS", "MOST_WRONG", "Answer", "BenefitDraft", "CheckDraft", "ContactDraft", "SealDraft", "check_visit",
    "enter_code", "issue_codes", "keep_seal", "record_benefit", "record_contact", "withdraw_benefit",
]  # fmt: skip
