"""Signatures drawn on a phone and what they were drawn under: pure checks of strokes, and one content for one hash."""

from sidamping.domain.signatures.contents import Presence, VisitSaid, parts_changed, visit_content
from sidamping.domain.signatures.strokes import HEIGHT, MOST_POINTS, WIDTH, path_of, stroke_faults

__all__ = [
    "HEIGHT", "MOST_POINTS", "WIDTH", "Presence", "VisitSaid", "parts_changed", "path_of", "stroke_faults",
    "visit_content",
]  # fmt: skip
