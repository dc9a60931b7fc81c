"""Who has not been seen for too long, and the contact budget of a period. The limits come from rule files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True)
class Unseen:
    """How long a mentee has gone without contact, measured against the rule of the programme."""

    last: date | None
    since: date
    days: int
    limit: int

    @property
    def never(self) -> bool:
        return self.last is None

    @property
    def beyond(self) -> bool:
        """True from the first day after the limit."""
        return self.days > self.limit

    @property
    def days_over(self) -> int:
        return max(self.days - self.limit, 0)


def unseen(last: date | None, started: date, on: date, limit_days: int) -> Unseen:
    """Days since the last contact, or since the mentoring started when there was none; never negative."""
    since = started if last is None else max(last, started)
    return Unseen(last, since, max((on - since).days, 0), limit_days)


def beyond_limit(
    last_seen: Mapping[Key, date], started: Mapping[Key, date], on: date, limit_days: int
) -> dict[Key, Unseen]:
    """Those unseen beyond the limit, longest first; `started` names all who are to be looked at."""
    found = {key: unseen(last_seen.get(key), start, on, limit_days) for key, start in started.items()}
    over = [(key, state) for key, state in found.items() if state.beyond]
    return dict(sorted(over, key=lambda pair: -pair[1].days))


def contacts_short(days: Iterable[date], start: date, end: date, least: int) -> int:
    """How many contacts between two days (both counted) are missing to the least number; 0 when enough."""
    return max(least - sum(1 for day in days if start <= day <= end), 0)
