"""A ranked list with a named tie rule: who stands before whom, which key decided; a tie that stays is shared (B3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

APPLIED = "applied_on"
"""The one key of a tie rule that is a day: the earlier application goes first. All others are marks, higher first."""


@dataclass(frozen=True)
class Entrant:
    """Somebody with a complete interview; `marks` are what the tie rule may look at."""

    id: str
    total: Fraction
    applied_on: date
    marks: Mapping[str, Fraction]


@dataclass(frozen=True)
class Place:
    """A place on the list. `decided_by` names the key that set it below the one above at the same total."""

    id: str
    rank: int
    total: Fraction
    decided_by: str = ""
    shared: bool = False
    within: bool = True
    people_decide: bool = False


def ranking(entrants: Iterable[Entrant], order: Sequence[str], *, places: int | None = None) -> tuple[Place, ...]:
    """The list, highest total first; `people_decide` where a shared rank straddles the number sought."""
    ordered = sorted(entrants, key=lambda one: (_key(one, order), one.id))
    keys = [_key(one, order) for one in ordered]
    ranks: list[int] = []
    for at, key in enumerate(keys):
        ranks.append(ranks[-1] if at and key == keys[at - 1] else at + 1)
    made = []
    for at, one in enumerate(ordered):
        size = ranks.count(ranks[at])
        last = ranks[at] + size - 1
        made.append(Place(
            one.id, ranks[at], one.total, _decided(ordered, keys, at, order), size > 1,
            places is None or last <= places, places is not None and ranks[at] <= places < last,
        ))
    return tuple(made)


def _key(one: Entrant, order: Sequence[str]) -> tuple[Fraction, ...]:
    ties = (Fraction(one.applied_on.toordinal()) if key == APPLIED else -one.marks.get(key, Fraction(0))
            for key in order)
    return (-one.total, *ties)


def _decided(ordered: Sequence[Entrant], keys: Sequence[tuple[Fraction, ...]], at: int, order: Sequence[str]) -> str:
    """Which key told an entrant from the one directly above with the same total."""
    if at == 0 or ordered[at].total != ordered[at - 1].total:
        return ""
    differing = (key for key, mine, above in zip(order, keys[at][1:], keys[at - 1][1:], strict=True) if mine != above)
    return next(differing, "")
