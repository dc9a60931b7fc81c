"""Writes of supervision: one transaction and one activity row each, which never tells what was found."""

from sidamping.features.supervision.services.answering import answer_finding, judge_answer
from sidamping.features.supervision.services.finding import FindingDraft, strike_finding, write_finding
from sidamping.features.supervision.services.heading import head_letters
from sidamping.features.supervision.services.opening import (
    ExaminationDraft,
    TeamDraft,
    assign,
    close_examination,
    open_examination,
)
from sidamping.features.supervision.services.reporting import report
from sidamping.features.supervision.services.sanctioning import SanctionDraft, give_sanction, lift_sanction

__all__ = [
    "ExaminationDraft", "FindingDraft", "SanctionDraft", "TeamDraft", "answer_finding", "assign", "close_examination",
    "give_sanction", "head_letters", "judge_answer", "lift_sanction", "open_examination", "report", "strike_finding",
    "write_finding",
]  # fmt: skip
