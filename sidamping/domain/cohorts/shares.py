"""Shares from counts: a numerator, a denominator and what is missing, never a stored percentage (C4, C5).

Parts are checked against their whole, and an intersection against each of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.problems import Problem, problem


@dataclass(frozen=True)
class Share:
    """So many of so many; of nothing there is no share."""

    part: int
    whole: int

    @property
    def value(self) -> Fraction | None:
        return Fraction(self.part, self.whole) if self.whole else None

    @property
    def percent(self) -> Fraction | None:
        """The share in percent, exact; round it once, when it is shown."""
        return None if self.value is None else self.value * 100


def shares(counts: Mapping[str, int]) -> dict[str, Share]:
    """Each count as a share of their sum."""
    whole = sum(counts.values())
    return {key: Share(count, whole) for key, count in counts.items()}


@dataclass(frozen=True)
class Row:
    """A row of a cross-table: its name, how many are in it, and per outcome how many of those reached it."""

    key: str
    whole: int
    reached: Mapping[str, Share]


def cross(pairs: Iterable[tuple[str, Mapping[str, bool | None]]], rows: Sequence[str],
          outcomes: Sequence[str]) -> tuple[Row, ...]:
    """Group × outcome from raw cases; an outcome that is not known of somebody is not counted in its denominator."""
    told = list(pairs)
    made = []
    for row in rows:
        own = [seen for key, seen in told if key == row]
        reached = {}
        for outcome in outcomes:
            known = [seen[outcome] for seen in own if seen.get(outcome) is not None]
            reached[outcome] = Share(sum(bool(one) for one in known), len(known))
        made.append(Row(row, len(own), reached))
    return tuple(made)


def reported_faults(
    whole: int, parts: Mapping[str, int], all_of_them: int | None = None, label: Callable[[str], str] = str
) -> list[Problem]:
    """What cannot be true of counts somebody reports: a part above the whole, an intersection above a part (C4, C5)."""
    faults = [problem("PROGRAMMES_049", key, part=label(key), seen=count, whole=whole)
              for key, count in parts.items() if count > whole]
    if all_of_them is not None:
        faults += [problem("PROGRAMMES_050", key, seen=all_of_them, part=label(key), count=count)
                   for key, count in parts.items() if all_of_them > count]
    return faults
