"""What phones hold and the server could not store, with the reason, until it comes after all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.edges.sync import messages
from sidamping.edges.sync.models import Refusal
from sidamping.edges.sync.refusals import WHOLE, came, queue_of


@dataclass(frozen=True)
class RefusalLine:
    """A record by its number or a file by its name, as far as the phone told it; a file without one by its hash; a
    whole request; or a queue file by the end of the number of the phone that it is from."""

    thing: str
    is_file: bool
    name: str
    problems: tuple[messages.Message, ...]
    at: datetime

    @property
    def is_whole(self) -> bool:
        """Nobody can tell which records were in it."""
        return self.thing == WHOLE

    @property
    def is_queue(self) -> bool:
        """The queue file of another phone, which this one carried."""
        return queue_of(self.thing) is not None

    @property
    def may_be_settled(self) -> bool:
        """Nothing of it lies on this phone as a record, so a person may say that it is seen to."""
        return self.is_whole or self.is_queue


def refusals_of(devices: Collection[UUID]) -> dict[UUID, tuple[RefusalLine, ...]]:
    """By phone, the newest first; the caller has scoped the phones."""
    rows = list(Refusal.objects.filter(device__in=devices).order_by("-at", "-id"))
    if not rows:
        return {}
    here, found = came(rows), defaultdict[UUID, list[RefusalLine]](list)
    for one in rows:
        if one.pk not in here:
            found[one.device_id].append(_line(one))
    return {device: tuple(lines) for device, lines in found.items()}


def _line(row: Refusal) -> RefusalLine:
    name = row.name or (row.thing[:8] if row.is_file else str(queue_of(row.thing) or "")[-8:])
    return RefusalLine(row.thing, row.is_file, name, tuple(messages.shown(row.problems)), row.at)
