"""What was handed in and could not even be stored: the phone keeps its copy, and whoever looks after it sees why (F1).

Only the reason is kept, once for each thing, however often it is sent; it is told until the thing comes after all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from sidamping.domain.problems import Problem
from sidamping.edges.sync import messages
from sidamping.edges.sync.models import Device, ExpectedFile, HeldFile, Record, Refusal
from sidamping.platform.database.ids import read_id

WHOLE, QUEUE = "request", "queue "
"""Stand for a request that was refused as a whole: nobody can tell which records were in it. A queue file that was
refused to its bearer tells at least whose phone it is from, by its id."""
MOST = 100
"""Things of one phone; a program that runs wild fills no table. The oldest leave first."""


@dataclass(frozen=True)
class Turned:
    """A record by the id it bears, or a file by its hash, with what is wrong; `name` is what people know it by."""

    thing: str
    name: str
    problems: Sequence[Problem]
    is_file: bool = False


def note(device: UUID, turned: Sequence[Turned], *, now: datetime) -> None:
    """Keep the newest reasons of a phone, as many as there is room for."""
    if not turned:
        return
    latest = list({one.thing: one for one in turned}.values())[-MOST:]
    rows = [
        Refusal(
            device_id=device, thing=one.thing, is_file=one.is_file, name=one.name,
            problems=messages.kept(one.problems), at=now,
        )
        for one in latest
    ]  # fmt: skip
    Refusal.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["device", "thing"],
        update_fields=["is_file", "name", "problems", "at"],
    )  # fmt: skip
    _make_room(device)


def note_whole(
    owner: UUID, problems: Sequence[Problem], *, now: datetime, device: UUID | None = None, queue: UUID | None = None
) -> None:
    """Why a whole request came to nothing, on the phone that it names, else on the one in use that spoke last; `queue`
    is the phone whose queue file it was."""
    phones = Device.objects.filter(owner_id=owner).order_by("-last_seen").values_list("pk", flat=True)
    found = (phones.filter(pk=device).first() if device else None) or phones.filter(revoked_at=None).first()
    if found:
        note(found, [Turned(f"{QUEUE}{queue}" if queue else WHOLE, "", problems)], now=now)


def came(rows: Collection[Refusal]) -> set[UUID]:
    """Those whose thing came after all: a record of the phone itself, a file that one of its records expected; after a
    whole request anything that was taken in later, after a queue file anything of the phone that it is from."""
    devices, things = {one.device_id for one in rows}, [one.thing for one in rows]
    ids = [id for id in map(read_id, things) if id]
    records = Record.objects.filter(pk__in=ids, device__in=devices).values_list("device_id", "pk")
    files = ExpectedFile.objects.filter(sha256__in=things, record__device__in=devices, held__isnull=False)
    here = {(device, str(id)) for device, id in records} | set(files.values_list("record__device_id", "sha256"))
    here |= _overtaken(rows)
    return {one.pk for one in rows if (one.device_id, one.thing) in here} | _brought(rows)


def queue_of(thing: str) -> UUID | None:
    """The phone whose queue file a refused thing was; None for any other thing."""
    return read_id(thing.removeprefix(QUEUE)) if thing.startswith(QUEUE) else None


def _overtaken(rows: Collection[Refusal]) -> set[tuple[UUID, str]]:
    """Whole requests after which their phone brought a record or a file."""
    at = {one.device_id: one.at for one in rows if one.thing == WHOLE}
    if not at:
        return set()
    last = Max("received_at")
    records = Record.objects.filter(device__in=at).values_list("device_id").annotate(last).order_by()
    files = HeldFile.objects.filter(expected__record__device__in=at).values_list("expected__record__device_id")
    later = (*records, *files.annotate(last).order_by())
    return {(device, WHOLE) for device, came_at in later if came_at > at[device]}


def _brought(rows: Collection[Refusal]) -> set[UUID]:
    """Refused queue files after which the phone that they are from brought something, whoever carried it."""
    of = {one.pk: phone for one in rows if (phone := queue_of(one.thing))}
    if not of:
        return set()
    told = Record.objects.filter(device__in=of.values()).values_list("device_id").annotate(Max("received_at"))
    last = dict(told.order_by())
    return {one.pk for one in rows if one.pk in of and of[one.pk] in last and last[of[one.pk]] > one.at}


def is_full(told: Collection[object]) -> bool:
    """Whether so much of a phone is told that older things had to leave."""
    return len(told) >= MOST


def _make_room(device: UUID) -> None:
    """What came after all goes, then the oldest beyond the room."""
    rows = list(Refusal.objects.filter(device_id=device).order_by("-at", "-id"))
    done = came(rows)
    beyond = [one.pk for one in rows if one.pk not in done][MOST:]
    if done or beyond:
        Refusal.objects.filter(pk__in=[*done, *beyond]).delete()
