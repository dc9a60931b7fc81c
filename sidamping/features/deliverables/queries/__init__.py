"""Reads the sheets of engagements, what the records add to them, and what may be done with them."""

from sidamping.features.deliverables.queries.asked import (
    AskedLine,
    AskedPage,
    accepted_of_theme,
    asked_page,
    reviewers_of,
)
from sidamping.features.deliverables.queries.counts import accepted_kinds, accepted_told
from sidamping.features.deliverables.queries.facts import Fact, facts_of
from sidamping.features.deliverables.queries.lines import KindLine, ReviewLine, SheetCard, SheetLine, VersionLine
from sidamping.features.deliverables.queries.networks import (
    FunctionCount,
    MenteeNetwork,
    Networks,
    network_facts,
    networks,
)
from sidamping.features.deliverables.queries.sheets import kinds_for, sheet, sheet_named, sheets_of, waiting_sheets

__all__ = [
    "AskedLine",
    "AskedPage",
    "Fact",
    "FunctionCount",
    "KindLine",
    "MenteeNetwork",
    "Networks",
    "ReviewLine",
    "SheetCard",
    "SheetLine",
    "VersionLine",
    "accepted_kinds",
    "accepted_of_theme",
    "accepted_told",
    "asked_page",
    "facts_of",
    "kinds_for",
    "network_facts",
    "networks",
    "reviewers_of",
    "sheet",
    "sheet_named",
    "sheets_of",
    "waiting_sheets",
]  # fmt: skip
