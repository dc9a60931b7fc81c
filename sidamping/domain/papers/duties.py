"""Who owes a paper: the mentor who carries the mentee at the period's end, or the last one within it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from sidamping.domain.periods import Period


class Stretch(Protocol):
    """Days in which somebody carries a mentee; both ends count, no end means still."""

    @property
    def starts(self) -> date: ...
    @property
    def ends(self) -> date | None: ...


Held = TypeVar("Held", bound=Stretch)


def responsible(stretches: Iterable[Held], period: Period, on: date) -> Held | None:
    """Of the stretches of one mentee, the one that answers for the period as it stands on the day."""
    last_day = max(min(period.end, on), period.start)
    inside = [one for one in stretches if _touches(one, period.start, period.end)]
    holding = [one for one in inside if _touches(one, last_day, last_day)]
    earlier = [one for one in inside if one.starts <= last_day]
    return max(holding or earlier or inside, key=lambda one: one.starts, default=None)


def applies(mentee_kind: str, programme_kinds: Sequence[str], *, chair_must_sign: bool) -> bool:
    """A paper the chair must sign is about a cooperative, unless the programme mentors none."""
    return mentee_kind == "cooperative" or not chair_must_sign or "cooperative" not in programme_kinds


def _touches(one: Stretch, start: date, end: date) -> bool:
    return one.starts <= end and (one.ends is None or one.ends >= start)
