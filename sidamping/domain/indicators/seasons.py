"""A month compared at equal season: with the same month a year before, never with the month before it (C6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.periods import Month


@dataclass(frozen=True)
class Compared:
    """The sums of those told in both months, so that who came in between changes nothing; `pairs` says how many."""

    month: Month
    before: int
    after: int
    pairs: int

    @property
    def change(self) -> Fraction | None:
        """The change in percent, exact; None where nothing stood a year before."""
        return Fraction((self.after - self.before) * 100, self.before) if self.before else None


def same_season(series: Mapping[str, Mapping[Month, int]], month: Month) -> Compared:
    """Mentoring → its months; only those that told both months are compared."""
    year_ago = Month(month.year - 1, month.month)
    both = [own for own in series.values() if month in own and year_ago in own]
    return Compared(month, sum(own[year_ago] for own in both), sum(own[month] for own in both), len(both))
