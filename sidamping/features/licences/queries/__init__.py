"""Reads of licences within the scope of the viewer."""

from sidamping.features.licences.queries.figures import BOOK, Figure, Figures, Said
from sidamping.features.licences.queries.overview import OfficeLine, every_line, office_page
from sidamping.features.licences.queries.papers import (
    AUDIT,
    PAPERS,
    EndingPaper,
    PaperLine,
    ending_papers,
    paper_file,
    versions,
)
from sidamping.features.licences.queries.scope import KEEPERS, READERS, Standing, found, kept
from sidamping.features.licences.queries.standing import Measure, Sheet, Sign, Tax, sheet

__all__ = [
    "AUDIT", "BOOK", "KEEPERS", "PAPERS", "READERS", "EndingPaper", "Figure", "Figures", "Measure", "OfficeLine",
    "PaperLine", "Said", "Sheet", "Sign", "Standing", "Tax", "ending_papers", "every_line", "found", "kept",
    "office_page", "paper_file", "sheet", "versions",
]  # fmt: skip
