"""The ranked list as plain words, ready for workbook and paper. Holds no figures to compute with."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ShownAspect:
    """A component: its name, the weight of the source, the share of the whole."""

    label: str
    weight: str
    share: str


@dataclass(frozen=True)
class ShownRank:
    """One place on the list in words."""

    id: UUID
    rank: int
    name: str
    position: str
    marks: tuple[str, ...]
    total: str
    how: str
    state: str
    within: bool
    people_decide: bool


@dataclass(frozen=True)
class ShownRanking:
    """The list with what must be said of it: the tie rule, the places, the note on weights, who is still missing."""

    cohort: str
    title: str
    day: str
    aspects: tuple[ShownAspect, ...]
    rows: tuple[ShownRank, ...]
    tie_rule: str
    places: int
    notice: str
    waiting: tuple[tuple[str, str], ...]
    straddles: bool


@dataclass(frozen=True)
class ShownSession:
    """A session with its people, for the sheet they sign."""

    cohort: str
    programme: str
    label: str
    when: str
    where: str
    people: tuple[str, ...]
