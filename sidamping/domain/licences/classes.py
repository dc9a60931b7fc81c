"""The class of a savings-and-loan cooperative by members, own capital and assets (KUK); what is not known has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Size:
    """Members, own capital and assets; None is not known, never zero."""

    members: int | None
    capital: int | None
    assets: int | None

    @property
    def known(self) -> bool:
        return None not in astuple(self)

    def within(self, limit: Size) -> bool:
        """Whether nothing passes the limit."""
        return all(seen <= most for seen, most in zip(astuple(self), astuple(limit), strict=True))


def class_of(seen: Size, limits: Sequence[Size]) -> int | None:
    """The first class whose three limits all hold, from 1; above the last limits the class after it."""
    if not seen.known:
        return None
    return next((at for at, limit in enumerate(limits, 1) if seen.within(limit)), len(limits) + 1)
