"""On which day a record counts, and who its owner was on that day: roles and mentees are those of the seal (F1)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from sidamping.domain.sync import Doubt, Evidence, counts_on
from sidamping.edges.sync.models import Record
from sidamping.platform.access.viewer import Viewer, viewer_of


def day_of(record: Record) -> date:
    """The day on which a record counts."""
    told = Evidence(record.sealed_at, record.monotonic_ms, record.boot, record.server_seen)
    found = tuple(Doubt(one) for one in record.doubts)
    return counts_on(told, found, received_at=record.received_at, zone=timezone.get_current_timezone())


def on_time(record: Record) -> bool:
    """Whether it counts on the day that the phone told."""
    told = record.sealed_at
    return told is not None and day_of(record) == told.astimezone(timezone.get_current_timezone()).date()


def owner_of(record: Record) -> Viewer:
    """The owner as of the day that counts."""
    return viewer_of(record.owner, day_of(record))


class Owners:
    """Owners as of days, each asked for once: a queue has one owner and few days."""

    def __init__(self) -> None:
        self._known: dict[tuple[UUID, date], Viewer] = {}

    def of(self, record: Record) -> Viewer:
        key = record.owner_id, day_of(record)
        if key not in self._known:
            self._known[key] = owner_of(record)
        return self._known[key]
