"""Lines of a bank statement beside the postings of the same account: matched by amount and a few days, never guessed.

Each line and each posting is used once; the nearest day wins, and of equals the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

DAYS = 3
"""A transfer may be booked so many days before or after the bank wrote it."""


@dataclass(frozen=True)
class Movement:
    """Money in (above zero) or out on a day, whoever wrote it down; `key` names it."""

    key: str
    day: date
    amount: int


def matched(lines: Iterable[Movement], postings: Iterable[Movement], days: int = DAYS) -> Mapping[str, str]:
    """Key of a line → key of its posting; a line without one is absent."""
    told, booked = list(lines), list(postings)
    pairs = sorted(
        (abs((one.day - other.day).days), at, beside)
        for at, one in enumerate(told) for beside, other in enumerate(booked)
        if one.amount == other.amount and abs((one.day - other.day).days) <= days
    )
    found: dict[int, int] = {}
    used: set[int] = set()
    for _apart, at, beside in pairs:
        if at not in found and beside not in used:
            found[at] = beside
            used.add(beside)
    return {told[at].key: booked[beside].key for at, beside in found.items()}
