"""Triangulation of visits: which independent confirmations are there, which are missing, which speak against it (B10).

There is no hidden score: what is missing is named, and which visits are checked by sample is open and repeatable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sidamping.domain.cohorts.shares import Share

CONFIRMED, AGAINST, MISSING = "confirmed", "against", "missing"


@dataclass(frozen=True)
class Triangulated:
    """A visit with its confirmations in the order asked for."""

    visit: str
    confirmed: tuple[str, ...]
    against: tuple[str, ...]
    missing: tuple[str, ...]


def triangulate(visit: str, wanted: Sequence[str], seen: Mapping[str, bool | None]) -> Triangulated:
    """True confirms, False speaks against, None or nothing is missing; what was not wanted is left aside."""
    states = {one: MISSING if seen.get(one) is None else CONFIRMED if seen[one] else AGAINST for one in wanted}
    told = {state: tuple(one for one in wanted if states[one] == state) for state in (CONFIRMED, AGAINST, MISSING)}
    return Triangulated(visit, told[CONFIRMED], told[AGAINST], told[MISSING])


def coverage(visits: Iterable[Triangulated], wanted: Sequence[str]) -> dict[str, Share]:
    """Of how many visits each confirmation is there, for or against."""
    told = list(visits)
    return {one: Share(sum(one not in visit.missing for visit in told), len(told)) for one in wanted}


def sampled(visits: Iterable[str], percent: int, *, draw: str) -> tuple[str, ...]:
    """The visits to check: a share of them, at least one, drawn by hash so that whoever knows `draw` can repeat it.

    Nobody can choose which; adding a visit changes nothing about the order of the others.
    """
    ordered = sorted(set(visits), key=lambda one: sha256(f"{draw}:{one}".encode()).digest())
    count = -(-len(ordered) * percent // 100)
    return tuple(sorted(ordered[:count]))
