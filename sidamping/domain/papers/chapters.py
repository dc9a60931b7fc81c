"""Papers of chapters: the narrative cells in order, each followed by the tables that belong to it; then the annexes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidamping.domain.papers import frame
from sidamping.domain.papers.layout import Cell

ANNEX = "lampiran"
"""Cells of this key, or with it as a prefix, are annexes: printed behind the signatures, titled 'Lampiran n. …'."""


def chaptered(
    cells: Sequence[Cell], said: Mapping[str, str], tables: Mapping[str, Sequence[frame.Content]]
) -> list[frame.Content]:
    """Each heading with its words, then the composed tables that its `source` names."""
    sections: list[frame.Content] = []
    for cell in cells:
        if cell.key.startswith(ANNEX):
            title = f"{ANNEX.capitalize()} {cell.heading}"
            sections += [{**one, "title": title} for one in tables.get(cell.source, ())]
            continue
        sections.append(frame.text(cell, said[cell.key]))
        sections += tables.get(cell.source, ())
    return sections
