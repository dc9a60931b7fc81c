"""Makes a phone known and tells what is held of it: the numbers that both sides can compare (F1, promise 3)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from sidamping.domain.problems import Refused, problem
from sidamping.domain.sync import Statement, statement
from sidamping.edges.sync.keys import read_key
from sidamping.edges.sync.kinds import KINDS
from sidamping.edges.sync.models import Device, Formerly, Open, Record, State
from sidamping.platform.http.signs import sound

LONGEST_LABEL = 80


@dataclass(frozen=True)
class Held:
    """What the server has of a device: its numbers, records kept twice, and those not in force: not looked at yet,
    waiting for an earlier one, in need of people."""

    statement: Statement
    held: int
    repeated: int
    received: int
    waiting: int
    attention: int


def register(*, owner: UUID, id: UUID, label: Any, public_key: Any, now: datetime) -> Device:
    """The device, known from now on; the same again changes nothing but its label."""
    key = read_key(public_key)
    named = label.strip()[:LONGEST_LABEL] if isinstance(label, str) and sound(label) else ""
    known = {"owner_id": owner, "label": named, "public_key": key, "created_at": now, "last_seen": now}
    device, new = Device.objects.get_or_create(pk=id, defaults=known)
    if device.owner_id != owner:
        raise Refused(problem("SYNC_006", "device"))
    if device.public_key != key:
        raise Refused(problem("SYNC_009", "public_key", seen="≠"))
    if not new and device.label != named:
        Device.objects.filter(pk=id).update(label=named)
    return device


def known(id: UUID, owner: UUID) -> Device:
    """A device that may hand in records of this person; Refused with the reason when it may not."""
    device = Device.objects.filter(pk=id).first()
    if device is None:
        raise Refused(problem("SYNC_005", "device"))
    if device.owner_id != owner:
        raise Refused(problem("SYNC_006", "device"))
    if device.revoked_at is not None:
        raise Refused(problem("SYNC_008", "device", day=device.revoked_at.date()))
    return device


def is_own(id: UUID, owner: UUID) -> bool:
    """Whether the device is known and this person's."""
    return Device.objects.filter(pk=id, owner_id=owner).exists()


def spoke(device: Device, now: datetime) -> None:
    """As `seen`, for a device at hand: mostly it spoke within this minute."""
    if device.last_seen < now.replace(second=0, microsecond=0):
        seen(device.pk, now)


def seen(id: UUID, now: datetime) -> None:
    """The device spoke with the server; to the minute is enough."""
    minute = now.replace(second=0, microsecond=0)
    Device.objects.filter(pk=id, last_seen__lt=minute).update(last_seen=minute)


def formerly(devices: Collection[UUID]) -> QuerySet[Formerly]:
    """Numbers of the devices under which their owners sealed records that came from another phone of theirs."""
    owner = Device.objects.filter(pk=OuterRef("device_id"), owner=OuterRef("record__owner"))
    return Formerly.objects.filter(Exists(owner), device_id__in=devices)


def held_of(device: UUID) -> Held:
    """The statement of a device. A record is kept twice when its content stands under two ids and its kind says so."""
    rows = Record.objects.filter(device_id=device)
    numbers = [*rows.values_list("told_number", flat=True), *(one.number for one in formerly([device]))]
    single = rows.filter(kind__in=[name for (name, _), kind in KINDS.items() if kind.once])
    told = single.order_by().values("kind", "sha256").annotate(times=Count("id")).filter(times__gt=1)
    opened = Open.objects.filter(record__device_id=device).values_list("state")
    of = dict(opened.annotate(Count("pk")).order_by())
    return Held(
        statement(numbers), rows.count(), sum(one["times"] - 1 for one in told), of.get(State.RECEIVED, 0),
        of.get(State.WAITING, 0), of.get(State.CONFLICT, 0) + of.get(State.ATTENTION, 0),
    )  # fmt: skip
