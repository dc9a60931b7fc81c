"""Papers of chapters: the narrative cells in order, each followed by the tables that belong to it; then the annexes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sidamping.domain.papers import frame
from sidamping.domain.papers.layout import Cell

NOTHING = "Tidak ada catatan pada masa ini."
ANNEX = "lampiran"
"""Cells of this key, or with it as a prefix, are annexes: printed behind the signatures, titled 'Lampiran n. …'."""


def chaptered(
    cells: Sequence[Cell], said: Mapping[str, str], tables: Mapping[str, Sequence[frame.Content]],
    sources: Mapping[str, Sequence[UUID]] | None = None,
) -> list[frame.Content]:
    """Each heading with its words and their records, then the composed tables that its `source` or key names."""
    sections: list[frame.Content] = []
    for cell in cells:
        if cell.key.startswith(ANNEX):
            title = f"{ANNEX.capitalize()} {cell.heading}"
            sections += [{**one, "title": title} for one in tables.get(cell.source, ())]
            continue
        empty = NOTHING if cell.content == "composed" and not tables.get(cell.source) else ""
        sections.append(frame.text(cell, said[cell.key] or empty, (sources or {}).get(cell.source, ())))
        sections += (*tables.get(cell.source, ()), *tables.get(cell.key, ()))
    return sections
