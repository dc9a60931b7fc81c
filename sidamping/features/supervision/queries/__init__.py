"""Reads of supervision within the scope of the office or the board."""

from sidamping.features.supervision.queries.cards import (
    STATES,
    answer_file,
    examination,
    examination_of_answer,
    examinations_page,
    finding_of,
    kept_examination,
    sanction_letter,
    sanction_of,
    to_answer,
    to_judge,
)
from sidamping.features.supervision.queries.choosing import cooperatives_to_choose, supervised
from sidamping.features.supervision.queries.ladder import Steps, steps
from sidamping.features.supervision.queries.lines import (
    AnswerLine,
    ExaminationCard,
    ExaminationLine,
    FindingLine,
    SanctionLine,
)
from sidamping.features.supervision.queries.offices import Heading, Office, heading_of, offices_of, unheaded
from sidamping.features.supervision.queries.reports import report_content
from sidamping.features.supervision.queries.scope import OFFICES, READERS

__all__ = [
    "OFFICES", "READERS", "STATES", "AnswerLine", "ExaminationCard", "ExaminationLine", "FindingLine", "Heading",
    "Office", "SanctionLine", "Steps", "answer_file", "cooperatives_to_choose", "examination", "examination_of_answer",
    "examinations_page", "finding_of", "heading_of", "kept_examination", "offices_of", "report_content",
    "sanction_letter", "sanction_of", "steps", "supervised", "to_answer", "to_judge",
    "unheaded",
]  # fmt: skip
