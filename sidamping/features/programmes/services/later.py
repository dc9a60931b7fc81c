"""What a mentor has written about a mentee after a day: told by the features above, which say how they count it.

A back-dated change of mentor would leave such records under a name that no longer carried the mentee.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

Open = Callable[[UUID], tuple[str, ...]]
"""Engagement → what was promised and is not done yet, in words."""
_open: dict[str, Open] = {}
Count = Callable[[UUID, UUID, date], int]
"""Engagement, mentor, day → how many records of later days."""
_counted: dict[str, Count] = {}


def count_later(kind: str, count: Count) -> None:
    """From now on, records of this kind ('visits', 'papers') are counted before a change of mentor."""
    _counted[kind] = count


def later_records(engagement: UUID, mentor: UUID, day: date) -> dict[str, int]:
    """How many records of each kind the mentor has written about the mentee for days after the given one."""
    found = {kind: count(engagement, mentor, day) for kind, count in _counted.items()}
    return {kind: number for kind, number in found.items() if number}


def tell_open(kind: str, told: Open) -> None:
    """From now on, what is open of this kind is told before a mentoring ends."""
    _open[kind] = told


def still_open(engagement: UUID) -> tuple[str, ...]:
    """Everything that somebody must close or carry on when the mentoring ends."""
    return tuple(text for told in _open.values() for text in told(engagement))
