"""Pictures of results, drawn here as SVG without styles inside; each stands beside a table that says the same."""

from sidamping.features.assessments.views.pictures.bars import Piece, bar, fall, ruler
from sidamping.features.assessments.views.pictures.history import Dot, history
from sidamping.features.assessments.views.pictures.radar import Ray, radar

__all__ = ["Dot", "Piece", "Ray", "bar", "fall", "history", "radar", "ruler"]
