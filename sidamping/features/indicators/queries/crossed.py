"""Intensity against outcome: of each band of contacts, how many reached each indicator of success (C5)."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.domain.indicators.counts import NONE, Count
from sidamping.features.indicators.queries.asking import answers
from sidamping.features.indicators.queries.groups import Question
from sidamping.features.indicators.queries.wanted import Wanted, as_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.indicators import Indicator, indicators

BAND, OUTCOME = "intensity", "outcome"


@dataclass(frozen=True)
class Band:
    """A band with the count of each outcome among those in it; None as band: it cannot be told."""

    indicator: Indicator | None
    outcomes: tuple[Count, ...]

    @property
    def size(self) -> int:
        return max(one.population for one in self.outcomes)


@dataclass(frozen=True)
class Cross:
    """The whole table: its rows are the bands, then those without one; each row is a population of its own."""

    outcomes: tuple[Indicator, ...]
    bands: tuple[Band, ...]


def cross(viewer: Viewer, wanted: Wanted) -> Cross:
    """The table as of the board's month."""
    defined = indicators(as_of(viewer, wanted.month), wanted.programme)
    bands: list[tuple[Indicator | None, str]] = [
        (one, str(one.definition.part.least)) for one in defined if one.group == BAND
    ]
    outcomes = tuple(one for one in defined if one.group == OUTCOME)
    asked = [Question(one.definition, wanted.month) for one in outcomes]
    told = answers(viewer, wanted.among, asked, BAND) if bands else {}
    rows = (Band(one, tuple(told.get((at, key), NONE) for at in range(len(outcomes))))
            for one, key in (*bands, (None, "")))
    return Cross(outcomes, tuple(row for row in rows if told and row.size))
