"""The one catalogue of error codes, gathered from a table per area. Codes are never reused."""

from __future__ import annotations

from sidamping.domain.problems import (
    access,
    api,
    areas,
    assessments,
    books,
    database,
    deliverables,
    documents,
    exchange,
    fieldwork,
    figures,
    files,
    general,
    loans,
    papers,
    parties,
    programmes,
    ratios,
    rulebook,
    savings,
    scoring,
    sheets,
    shu,
)
from sidamping.domain.problems.entry import Entry

AREAS = (
    general,
    api,
    access,
    areas,
    database,
    files,
    sheets,
    documents,
    rulebook,
    scoring,
    exchange,
    parties,
    programmes,
    fieldwork,
    papers,
    deliverables,
    assessments,
    figures,
    shu,
    loans,
    savings,
    ratios,
    books,
)
CATALOGUE: dict[str, Entry] = {code: entry for area in AREAS for code, entry in area.ENTRIES.items()}
