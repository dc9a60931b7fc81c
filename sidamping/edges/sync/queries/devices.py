"""The phones of people: when they last spoke, which numbers are missing, what of theirs is open (F1, promise 3)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from sidamping.domain.sync import Statement, statement
from sidamping.edges.sync.devices import formerly
from sidamping.edges.sync.models import Device, Open, Record, State
from sidamping.edges.sync.queries.refusals import RefusalLine, refusals_of
from sidamping.edges.sync.queries.scope import reachable, within
from sidamping.edges.sync.refusals import is_full
from sidamping.platform.access.viewer import Viewer

MOST = 200


@dataclass(frozen=True)
class DeviceLine:
    """A phone: '41 dibuat, 40 diterima, jurnal 17 belum sampai'."""

    id: UUID
    owner_id: UUID
    owner_name: str
    label: str
    created_at: datetime
    last_seen: datetime
    revoked_at: datetime | None
    statement: Statement
    held: int
    waiting: int
    conflicts: int
    attention: int
    refusals: tuple[RefusalLine, ...] = ()

    @property
    def short_id(self) -> str:
        """The end of the number that the phone shows of itself."""
        return str(self.id)[-8:]

    @property
    def tells_the_newest_refusals_only(self) -> bool:
        return is_full(self.refusals)


def devices_of(viewer: Viewer) -> tuple[DeviceLine, ...]:
    """The phones within reach, the most silent first."""
    found = list(Device.objects.filter(within(viewer)).select_related("owner").order_by("last_seen", "id")[:MOST])
    numbers: dict[UUID, list[int]] = defaultdict(list)
    for device, number in Record.objects.filter(device__in=found).values_list("device_id", "told_number"):
        numbers[device].append(number)
    counts_here = {device: len(held) for device, held in numbers.items()}
    for one in formerly([device.pk for device in found]):
        numbers[one.device_id].append(one.number)
    opened = Open.objects.filter(record__in=reachable(viewer).filter(device__in=found))
    told = opened.values_list("record__device_id", "state").annotate(Count("pk")).order_by()
    counts = {(device, state): count for device, state, count in told}
    turned = refusals_of([one.pk for one in found])
    return tuple(
        DeviceLine(
            one.pk, one.owner_id, str(one.owner), one.label, one.created_at, one.last_seen, one.revoked_at,
            statement(numbers[one.pk]), counts_here.get(one.pk, 0),
            waiting=counts.get((one.pk, State.WAITING), 0), conflicts=counts.get((one.pk, State.CONFLICT), 0),
            attention=counts.get((one.pk, State.ATTENTION), 0), refusals=turned.get(one.pk, ()),
        )
        for one in found
    )  # fmt: skip
