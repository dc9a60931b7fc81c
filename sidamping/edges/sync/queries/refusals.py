"""What phones hold and the server could not store, with the reason, until it comes after all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.edges.sync import messages
from sidamping.edges.sync.models import ExpectedFile, Record, Refusal
from sidamping.platform.database.ids import read_id


@dataclass(frozen=True)
class RefusalLine:
    """A record by its number or a file by its name, as far as the phone told it."""

    thing: str
    name: str
    problems: tuple[messages.Message, ...]
    at: datetime

    @property
    def is_record(self) -> bool:
        return self.name.isdecimal() or not self.name


def refusals_of(devices: Collection[UUID]) -> dict[UUID, tuple[RefusalLine, ...]]:
    """By phone, the newest first; the caller has scoped the phones."""
    rows = list(Refusal.objects.filter(device__in=devices).order_by("-at", "-id"))
    if not rows:
        return {}
    here, found = _here(rows), defaultdict[UUID, list[RefusalLine]](list)
    for one in rows:
        if (one.device_id, one.thing) not in here:
            line = RefusalLine(one.thing, one.name, tuple(messages.shown(one.problems)), one.at)
            found[one.device_id].append(line)
    return {device: tuple(lines) for device, lines in found.items()}


def _here(rows: Collection[Refusal]) -> set[tuple[UUID, str]]:
    """Those that came after all: a record of the phone itself, a file that one of its records expected."""
    devices, things = {one.device_id for one in rows}, [one.thing for one in rows]
    ids = [id for id in map(read_id, things) if id]
    records = Record.objects.filter(pk__in=ids, device__in=devices).values_list("device_id", "pk")
    files = ExpectedFile.objects.filter(sha256__in=things, record__device__in=devices, held__isnull=False)
    return {(device, str(id)) for device, id in records} | set(files.values_list("record__device_id", "sha256"))
