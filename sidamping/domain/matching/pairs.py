"""What a proposal is made of: mentors, mentees, the costs of a pair part by part, and the proposal itself (C13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sidamping.domain.matching.places import Place, distance

Values = Mapping[str, object]
"""theme · sector · language · km and source · place and most · mentors · count and least, by the code."""
LOWEST = 5
"""The last of lists/priority-levels."""
FIXED, THEME, NO_THEME, SECTOR, NO_SECTOR = "fixed", "theme", "no_theme", "sector", "no_sector"
LANGUAGE, NO_LANGUAGE = "language", "no_language"
DISTANCE, LOAD = "distance", "load"
NO_MENTOR, CONFLICT, FULL, FEW = "no_mentor", "conflict", "full", "few"
"""Codes of lists/matching-reasons."""


@dataclass(frozen=True)
class Mentor:
    """Somebody who can carry mentees: themes and sectors known, place, mentees carried already, the most allowed."""

    id: str
    place: Place
    most: int
    carries: int = 0
    themes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    name: str = ""
    languages: frozenset[str] = frozenset()

    @property
    def room(self) -> int:
        return max(self.most - self.carries, 0)


@dataclass(frozen=True)
class Mentee:
    """Somebody who needs a mentor; an empty theme, sector or language asks for none. Priority 1 is placed first."""

    id: str
    place: Place
    theme: str = ""
    sector: str = ""
    priority: int = LOWEST
    name: str = ""
    language: str = ""


@dataclass(frozen=True)
class Costs:
    """What a pair costs, from R-PENUGASAN; `by_area` are kilometres where a point is missing."""

    theme_missing: int
    sector_missing: int
    each_km: int
    each_mentee: int
    unplaced: int
    by_area: Sequence[int]
    language_missing: int = 0


@dataclass(frozen=True)
class Part:
    """One reason of a pair: its code, what it costs, and the values that fill its sentence."""

    code: str
    cost: int
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """A proposed or fixed pair, why and at what cost; `instead` is the next best mentor and what that would add."""

    mentor: str
    mentee: str
    parts: tuple[Part, ...]
    fixed: bool = False
    instead: tuple[str, int] | None = None

    @property
    def cost(self) -> int:
        return sum(part.cost for part in self.parts)


@dataclass(frozen=True)
class Left:
    """A mentee for whom nobody was found, and why; or a mentor with fewer than the least (code few)."""

    id: str
    code: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """All pairs by mentee, who is left over, mentors with too few, and what the whole costs."""

    pairs: tuple[Pair, ...]
    unplaced: tuple[Left, ...]
    few: tuple[Left, ...]
    cost: int


def left_out(mentee: Mentee, costs: Costs) -> int:
    """What it costs to leave somebody without a mentor: more for each level of priority, so the urgent go first."""
    return costs.unplaced * (LOWEST + 1 - mentee.priority)


def parts_of(mentor: Mentor, mentee: Mentee, costs: Costs) -> tuple[Part, ...]:
    """What this pair costs by itself: theme, sector, language and distance; the load comes with the whole."""
    made = []
    if mentee.theme:
        fits = mentee.theme in mentor.themes
        made.append(Part(THEME if fits else NO_THEME, 0 if fits else costs.theme_missing, {"theme": mentee.theme}))
    if mentee.sector:
        knows = mentee.sector in mentor.sectors
        price = 0 if knows else costs.sector_missing
        made.append(Part(SECTOR if knows else NO_SECTOR, price, {"sector": mentee.sector}))
    if mentee.language:
        speaks = mentee.language in mentor.languages
        price = 0 if speaks else costs.language_missing
        made.append(Part(LANGUAGE if speaks else NO_LANGUAGE, price, {"language": mentee.language}))
    far = distance(mentor.place, mentee.place, costs.by_area)
    return (*made, Part(DISTANCE, far.km * costs.each_km, {"km": far.km, "source": far.source}))
