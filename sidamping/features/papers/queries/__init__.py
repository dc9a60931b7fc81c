"""Reads papers as frozen dataclasses, scoped by the viewer; a stranger gets nothing."""

from sidamping.features.papers.queries.acknowledged import acknowledged_told
from sidamping.features.papers.queries.carried import (
    CarriedPaper,
    NamedWords,
    carried_papers,
    longest,
    named_words,
    own_paper,
    words_in_force,
)
from sidamping.features.papers.queries.duties import Duty, Punctuality, compliance, due_papers
from sidamping.features.papers.queries.editing import EditPage, early, edit_page
from sidamping.features.papers.queries.figures import FigureLine, Figures, accepted_figures
from sidamping.features.papers.queries.indicators import IndicatorLine, indicators_of
from sidamping.features.papers.queries.lists import (
    PaperFilter,
    PaperLine,
    every_paper,
    found_papers,
    next_in_queue,
    papers_after,
    papers_of,
    queue,
    returned,
    to_acknowledge,
    to_receive,
)
from sidamping.features.papers.queries.networks import tell_networks
from sidamping.features.papers.queries.openable import Openable, PaperKind, openable
from sidamping.features.papers.queries.printing import (
    EvidenceLine,
    PublicCheck,
    check_url,
    evidence,
    public_check,
    sheet_from,
    sheet_of,
)
from sidamping.features.papers.queries.sheets import CopyLine, PaperPage, Version, paper, papers_behind
from sidamping.features.papers.queries.states import remarks_of

__all__ = [
    "CarriedPaper",
    "CopyLine",
    "Duty",
    "EditPage",
    "EvidenceLine",
    "FigureLine",
    "Figures",
    "IndicatorLine",
    "NamedWords",
    "Openable",
    "PaperFilter",
    "PaperKind",
    "PaperLine",
    "PaperPage",
    "PublicCheck",
    "Punctuality",
    "Version",
    "accepted_figures",
    "acknowledged_told",
    "carried_papers",
    "check_url",
    "compliance",
    "due_papers",
    "early",
    "edit_page",
    "every_paper",
    "evidence",
    "found_papers",
    "indicators_of",
    "longest",
    "named_words",
    "next_in_queue",
    "openable",
    "own_paper",
    "paper",
    "papers_after",
    "papers_behind",
    "papers_of",
    "public_check",
    "queue",
    "remarks_of",
    "returned",
    "sheet_from",
    "sheet_of",
    "tell_networks",
    "to_acknowledge",
    "to_receive",
    "words_in_force",
]
