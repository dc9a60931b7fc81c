"""The business network in reports of monitoring: counted by a feature above, which says how (A9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sidamping.domain.papers.facts import NetworkFact

Told = Callable[[UUID, date, date], tuple[NetworkFact, ...]]
"""The functions of an engagement's network before a day and at the end of another; nothing when it has no list."""
_told: list[Told] = []


def tell_networks(source: Told) -> None:
    """From now on reports count the business network; the feature that keeps the lists says so."""
    _told.append(source)


def networks_told(engagement: UUID, start: date, end: date) -> tuple[NetworkFact, ...]:
    """What is told of an engagement for a period. Unscoped: the caller has scoped the paper."""
    return tuple(fact for source in _told for fact in source(engagement, start, end))
