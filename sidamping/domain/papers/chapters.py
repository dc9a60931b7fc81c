"""Papers of chapters: the narrative cells in order, each followed by the tables that belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidamping.domain.papers import frame
from sidamping.domain.papers.layout import Cell


def chaptered(
    cells: Sequence[Cell], said: Mapping[str, str], tables: Mapping[str, Sequence[frame.Content]]
) -> list[frame.Content]:
    """Each heading with its words, then the composed tables that its `source` names."""
    sections: list[frame.Content] = []
    for cell in cells:
        sections.append(frame.text(cell, said[cell.key]))
        sections += tables.get(cell.source, ())
    return sections
