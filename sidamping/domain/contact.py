"""Who has not been seen for too long. The limits come from rule files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
