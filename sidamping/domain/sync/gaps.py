"""Which numbers of a device never arrived: the statement that phone and server both hold (F1, promise 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise

SHOWN = 200
"""So many missing numbers are named; a number far too high would else fill the answer."""


@dataclass(frozen=True)
class Statement:
    """'41 dibuat, 41 diterima, 0 dobel', and the first numbers between that are missing."""

    highest: int
    held: int
    missing_count: int
    missing: tuple[int, ...]


def statement(numbers: Iterable[int]) -> Statement:
    """The statement of the numbers held, each at least 1."""
    held = sorted(set(numbers))
    highest = held[-1] if held else 0
    return Statement(highest, len(held), highest - len(held), tuple(islice(_between(held), SHOWN)))


def _between(held: list[int]) -> Iterator[int]:
    return chain.from_iterable(range(one + 1, after) for one, after in pairwise([0, *held]))
