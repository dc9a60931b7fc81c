"""Reads of foundings within the area of the viewer's appointment, or of the chair's own pra-koperasi."""

from sidamping.features.founding.queries.cards import FoundingCard, FoundingLine, founding, foundings_page
from sidamping.features.founding.queries.founders import FounderLine, founder_of, founders
from sidamping.features.founding.queries.lacking import lacking, name_faults, needed, required_pieces, warnings
from sidamping.features.founding.queries.packs import PackLine, pack, packs
from sidamping.features.founding.queries.said import (
    GatheringLine,
    PieceLine,
    StepLine,
    done,
    gathering,
    part_texts,
    piece_kinds,
    piece_of,
    pieces,
    steps,
    way,
)
from sidamping.features.founding.queries.scope import KEEPERS, READERS, in_sight, keeps
from sidamping.features.founding.queries.starting import starter

__all__ = [
    "KEEPERS", "READERS", "FounderLine", "FoundingCard", "FoundingLine", "GatheringLine",
    "PackLine", "PieceLine", "StepLine", "done", "founder_of", "founders", "founding", "foundings_page", "gathering",
    "in_sight", "keeps", "lacking", "name_faults", "needed", "pack", "packs", "part_texts", "piece_kinds", "piece_of",
    "pieces", "required_pieces", "starter", "steps", "warnings", "way",
]  # fmt: skip
