"""The items of a meeting in their order: what is done, what comes now, what comes next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where a meeting stands: items done, the one on the screen, the one after it."""

    done: tuple[str, ...]
    now: str | None
    then: str | None

    @property
    def finished(self) -> bool:
        return self.now is None


def place(order: Sequence[str], done: Collection[str]) -> Place:
    """The first item that is not done is the one on the screen: items are taken in their order, none is skipped."""
    left = [one for one in order if one not in done]
    return Place(
        tuple(one for one in order if one in done), left[0] if left else None, left[1] if len(left) > 1 else None
    )
