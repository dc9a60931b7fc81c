"""Who signs for an engagement's regency on a day. Unscoped: names of officials stand on every printed paper."""

from __future__ import annotations

from datetime import date

from sidamping.platform.access import roles
from sidamping.platform.access.queries import Official, officials


def coordinator_for(programme: str, regency: str, on: date) -> Official | None:
    """The coordinator of the regency on the day: the one appointed nearest to it, then the longest in office."""
    return next(iter(officials(programme, roles.COORDINATOR, regency, on)), None)
