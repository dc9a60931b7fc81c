"""Later links of an offline chain wait for earlier ones, up to a limit that people see (F1, promise 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

WAIT_DAYS = 7
"""After so many days a person is asked whether to go on without the earlier link."""


def missing_links(
    own: UUID, after: Iterable[UUID], replaces: UUID | None, standing: Collection[UUID]
) -> tuple[UUID, ...]:
    """The earlier links that do not stand yet, in their order, each once; a record never waits for itself."""
    wanted = dict.fromkeys([*after, *([replaces] if replaces else [])])
    return tuple(one for one in wanted if one != own and one not in standing)


def waits_too_long(since: datetime, now: datetime) -> bool:
    """Whether the limit of waiting is over."""
    return now - since >= timedelta(days=WAIT_DAYS)
