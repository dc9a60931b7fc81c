"""The newest figures of an engagement that count, as lines with words, for features above. Unscoped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.papers.queries import chain
from sidamping.rules.books import paper_format


@dataclass(frozen=True)
class FigureLine:
    """One line of the development report: 'rupiah' or 'people'."""

    code: str
    label: str
    unit: str
    value: int


@dataclass(frozen=True)
class Figures:
    """The closing figures of the newest month that counts."""

    month: date
    lines: tuple[FigureLine, ...]


def accepted_figures(engagement_id: UUID, on: date) -> Figures | None:
    """The figures of the newest accepted month before a day, in the order of the report; None when there are none."""
    found = chain.accepted_before(engagement_id, on)
    if found is None:
        return None
    told = paper_format(chain.KIND, on).lines
    values = ((one, found.values.get(one.code)) for one in told)
    lines = tuple(FigureLine(one.code, str(one.label), one.unit, value) for one, value in values if value is not None)
    return Figures(found.month, lines)
