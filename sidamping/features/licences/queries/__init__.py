"""Reads of licences within the scope of the viewer."""

from sidamping.features.licences.queries.figures import BOOK, Figure, Figures, Said
from sidamping.features.licences.queries.overview import OfficeLine, alerts, every_line, office_page
from sidamping.features.licences.queries.papers import PAPERS, PaperLine, paper_file, versions
from sidamping.features.licences.queries.scope import KEEPERS, READERS, Standing, found, kept
from sidamping.features.licences.queries.standing import Measure, Sheet, Sign, Tax, sheet

__all__ = [
    "BOOK", "KEEPERS", "PAPERS", "READERS", "Figure", "Figures", "Measure", "OfficeLine", "PaperLine", "Said", "Sheet",
    "Sign", "Standing", "Tax", "alerts", "every_line", "found", "kept", "office_page", "paper_file", "sheet",
    "versions",
]  # fmt: skip
