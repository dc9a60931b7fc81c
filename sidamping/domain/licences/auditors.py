"""Who may audit next: the same auditor only so many years in a row, then a pause (rotation of auditors)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rotation:
    """What the rule asks: years in a row at most, and years of pause."""

    most: int
    pause: int


@dataclass(frozen=True)
class Streak:
    """The auditor of the latest book year, for how many in a row, and which one is open to the same auditor again."""

    auditor: str
    years: int
    back_in: int | None

    def pauses_in(self, year: int) -> bool:
        """Whether another auditor must come in a year."""
        return self.back_in is not None and year < self.back_in


def streak(audits: Mapping[int, str], rule: Rotation) -> Streak | None:
    """From the auditor of each book year; `back_in` is told once the years in a row are used up. None without any."""
    if not audits:
        return None
    last = max(audits)
    auditor, first = audits[last], last
    while _same(audits.get(first - 1, ""), auditor):
        first -= 1
    years = last - first + 1
    return Streak(auditor, years, last + rule.pause + 1 if years >= rule.most else None)


def _same(one: str, other: str) -> bool:
    return one.split() != [] and one.casefold().split() == other.casefold().split()
