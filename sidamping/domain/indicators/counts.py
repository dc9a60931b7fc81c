"""Counts that cannot be wrong in themselves: so many of those reported, of a population; no stored percentage (C4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.indicators.definitions import (
    BEGUN,
    ENDED,
    EVER,
    LATEST,
    MENTEES,
    SPAN,
    STARTED,
    ZERO,
    Definition,
    Part,
)
from sidamping.domain.periods import Month


@dataclass(frozen=True)
class Count:
    """`part` of the `whole` that was reported, of the `population` asked. Anything else is refused when it is made."""

    part: int
    whole: int
    population: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole <= self.population:
            raise ValueError(f"not a count: {self.part} of {self.whole} of {self.population}")

    @property
    def share(self) -> Share:
        """Of those reported."""
        return Share(self.part, self.whole)

    @property
    def coverage(self) -> Share:
        """How many are reported at all; the rest is unknown, not zero."""
        return Share(self.whole, self.population)

    @property
    def unreported(self) -> int:
        return self.population - self.whole

    def __add__(self, other: Count) -> Count:
        return Count(self.part + other.part, self.whole + other.whole, self.population + other.population)


NONE = Count(0, 0, 0)


@dataclass(frozen=True)
class Fact:
    """A row of the summary: what was measured of a mentoring in a month; None = asked, and not to be told."""

    mentoring: str
    month: Month
    measure: str
    value: int | None


def counted(definition: Definition, facts: Iterable[Fact], month: Month) -> Count:
    """The indicator as it stands at the end of a month: the plain meaning every engine must reproduce."""
    told = [one for one in facts if one.month <= month]
    people = population(definition.population, told, month)
    by: dict[str, list[Fact]] = {}
    for one in told:
        by.setdefault(one.mentoring, []).append(one)
    if definition.counted != MENTEES:
        part, whole = (
            sum(_seen(Part(measure, definition.part.over, months=definition.part.months, absent=ZERO), by[who], month)
                or 0 for who in people)
            for measure in (definition.part.measure, definition.whole)
        )
        return Count(part, whole, whole)
    seen = [_seen(definition.part, by[who], month) for who in people]
    known = [value for value in seen if value is not None]
    return Count(sum(map(definition.part.holds, known)), len(known), len(people))


def population(kind: str, facts: Iterable[Fact], month: Month) -> tuple[str, ...]:
    """The mentorings that have begun by the end of the month; of running ones those that did not end before it."""
    told = list(facts)
    begun = {one.mentoring for one in told if one.measure == STARTED and one.month <= month}
    over = {one.mentoring for one in told if one.measure == ENDED and one.month < month}
    return tuple(sorted(begun if kind == BEGUN else begun - over))


def _seen(part: Part, own: Sequence[Fact], month: Month) -> int | None:
    """The value of one mentoring; None where it is not reported."""
    rows = sorted((one for one in own if one.measure == part.measure), key=lambda one: one.month)
    if part.over == LATEST:
        found = rows[-1].value if rows else None
    else:
        first = None if part.over == EVER else _back(month, part.months if part.over == SPAN else 1)
        values = [one.value for one in rows if (first is None or one.month >= first) and one.value is not None]
        found = sum(values) if values else None
    return 0 if found is None and part.absent == ZERO else found


def _back(month: Month, months: int) -> Month:
    for _ in range(months - 1):
        month = month.previous
    return month
