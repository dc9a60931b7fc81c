"""Reads of oversight as frozen dataclasses, scoped by the viewer; a stranger gets nothing."""

from sidamping.features.oversight.queries.benefits import (
    AreaCount,
    BenefitLine,
    area_counts,
    benefit,
    benefits_of,
    benefits_page,
    proof_of,
    unit_sums,
)
from sidamping.features.oversight.queries.codes import (
    ISSUERS,
    CardLine,
    cards_of,
    code_of,
    codes_now,
    codes_of_month,
    holds_codes,
    issues_codes,
)
from sidamping.features.oversight.queries.contacts import (
    ContactLine,
    DueContact,
    contact,
    contacts_of,
    due_contacts,
    watches_of,
)
from sidamping.features.oversight.queries.scope import MONITORS, hides_words
from sidamping.features.oversight.queries.visits import (
    AGAINST_IT,
    ASKED,
    SAMPLED,
    WEAK,
    Evidence,
    EvidenceMonth,
    MentorShare,
    evidence_for,
    evidence_of,
    narrowed,
)

__all__ = [
    "AGAINST_IT", "ASKED", "ISSUERS", "MONITORS", "SAMPLED", "WEAK", "AreaCount", "BenefitLine", "CardLine",
    "ContactLine", "DueContact", "Evidence", "EvidenceMonth", "MentorShare", "area_counts", "benefit", "benefits_of",
    "benefits_page", "cards_of", "code_of", "codes_now", "codes_of_month", "contact", "contacts_of", "due_contacts",
    "evidence_for", "evidence_of", "hides_words", "holds_codes", "issues_codes", "narrowed", "proof_of", "unit_sums",
    "watches_of",
]  # fmt: skip
