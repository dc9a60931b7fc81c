"""Reads rounds, instruments and results. Every list is scoped here, from the viewer."""

from sidamping.features.assessments.queries.agreement import (
    Agreement,
    ComponentDifference,
    ItemDifference,
    agreement,
    self_view,
)
from sidamping.features.assessments.queries.cards import assessment_card, part_word
from sidamping.features.assessments.queries.evidence import EvidenceFile, evidence_behind, evidence_file, evidence_of
from sidamping.features.assessments.queries.heads import AssessmentFilter, assessments_page
from sidamping.features.assessments.queries.instruments import (
    available,
    head_of,
    instrument_for,
    instrument_on,
    instruments_on,
    versions_of,
)
from sidamping.features.assessments.queries.inviting import to_invite
from sidamping.features.assessments.queries.lines import (
    DECIDED,
    DRAFT,
    RETURNED,
    SUBMITTED,
    WITHDRAWN,
    AssessmentCard,
    AssessmentHead,
    EvidenceLine,
    FillingLine,
    ImpactLine,
    InstrumentHead,
    OutsideLine,
    ResultLine,
    StepLine,
    SubjectName,
)
from sidamping.features.assessments.queries.outcomes import live_outcome
from sidamping.features.assessments.queries.subjects import ask_for_mentors, subject_named, subjects_to_choose

__all__ = [
    "DECIDED",
    "DRAFT",
    "RETURNED",
    "SUBMITTED",
    "WITHDRAWN",
    "Agreement",
    "AssessmentCard",
    "AssessmentFilter",
    "AssessmentHead",
    "ComponentDifference",
    "EvidenceFile",
    "EvidenceLine",
    "FillingLine",
    "ImpactLine",
    "InstrumentHead",
    "ItemDifference",
    "OutsideLine",
    "ResultLine",
    "StepLine",
    "SubjectName",
    "agreement",
    "ask_for_mentors",
    "assessment_card",
    "assessments_page",
    "available",
    "evidence_behind",
    "evidence_file",
    "evidence_of",
    "head_of",
    "instrument_for",
    "instrument_on",
    "instruments_on",
    "live_outcome",
    "part_word",
    "self_view",
    "subject_named",
    "subjects_to_choose",
    "to_invite",
    "versions_of",
]
