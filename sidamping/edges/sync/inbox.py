"""Stores what a phone sends before anybody understands it: one transaction, one insert, no matter how often it comes.

The unique key in the database decides what is new. The same id with other content becomes a variant, never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from sidamping.domain.problems import Problem, problem
from sidamping.domain.sync import Arrival, Evidence, arrival, doubts, receipt
from sidamping.edges.sync.envelope import Envelope
from sidamping.edges.sync.models import SETTLING, Device, ExpectedFile, Formerly, Open, Record, State, Variant
from sidamping.platform.database.locks import take_turns

INSERT = """
INSERT INTO sync_record (id, device_id, owner_id, number, told_number, kind, version, replaces, after, body, sha256,
    sealed_at, monotonic_ms, boot, server_seen, received_at, doubts, receipt, via, carried_by_id)
SELECT told.id, %(device)s, %(owner)s, told.number, told.told_number, told.kind, told.version, told.replaces,
    string_to_array(told.after, ' ')::uuid[], told.body, told.sha256, told.sealed_at, told.monotonic_ms, told.boot,
    told.server_seen, %(now)s, string_to_array(told.doubts, ' '), told.receipt, %(via)s, %(carrier)s
FROM unnest(%(id)s::uuid[], %(number)s::int[], %(told_number)s::int[], %(kind)s::text[], %(version)s::int[],
    %(replaces)s::uuid[], %(after)s::text[], %(body)s::text[], %(sha256)s::text[], %(sealed_at)s::timestamptz[],
    %(monotonic_ms)s::bigint[], %(boot)s::text[], %(server_seen)s::timestamptz[], %(doubts)s::text[],
    %(receipt)s::text[])
    AS told (id, number, told_number, kind, version, replaces, after, body, sha256, sealed_at, monotonic_ms, boot,
        server_seen, doubts, receipt)
ON CONFLICT (id) DO NOTHING
RETURNING id
"""


@dataclass(frozen=True)
class Carriage:
    """How records came: by the phone itself, in a file that somebody carried, or from a standard client."""

    via: str = Record.Via.DIRECT
    by: UUID | None = None


@dataclass(frozen=True)
class _Row:
    """A new record as the insert takes it, column by column."""

    id: UUID
    number: int | None
    told_number: int
    kind: str
    version: int
    replaces: UUID | None
    after: str
    body: str
    sha256: str
    sealed_at: datetime | None
    monotonic_ms: int | None
    boot: str
    server_seen: datetime | None
    doubts: str
    receipt: str


@dataclass(frozen=True)
class Stored:
    """What is held after storing: the arrivals by id and hash, those that were refused, and the records with which the
    server goes on by itself: a retry of what is in force costs nothing."""

    arrivals: dict[tuple[UUID, str], Arrival]
    refused: dict[UUID, Problem]
    unsettled: tuple[UUID, ...]


@dataclass(frozen=True)
class _Held:
    """A record that is there: its hash, its owner, its state where it is not in force."""

    sha256: str
    owner: UUID
    state: str | None


@transaction.atomic
def store(
    device: Device, envelopes: Sequence[Envelope], *, name: str, now: datetime, carriage: Carriage | None = None
) -> Stored:
    """Keep the envelopes of one device; one sender of a device at a time, so that its numbers stay once."""
    take_turns(device.pk)
    held = _held([one.id for one in envelopes])
    first = {one.id: one for one in reversed(envelopes) if one.id not in held}
    fresh = sorted(first.values(), key=lambda one: one.number)
    if fresh:
        new = _insert(device, _rows(device, fresh, name, now), now, carriage or Carriage())
        Open.objects.bulk_create(Open(record_id=one.id, since=now) for one in fresh if one.id in new)
        _expect([one for one in fresh if one.id in new])
        _tell_places([one for one in fresh if one.id in new])
        held |= {one.id: _Held(one.sha256, device.owner_id, State.RECEIVED) for one in fresh if one.id in new}
        held |= _held([one.id for one in fresh if one.id not in new])
    return _sorted_out(device, envelopes, held, name, now)


def _expect(envelopes: Sequence[Envelope]) -> None:
    """The files that the envelopes announce, each once for its record."""
    rows = [
        ExpectedFile(record_id=one.id, sha256=file.sha256, bytes=file.bytes, type=file.type, name=file.name)
        for one in envelopes for file in one.files
    ]
    ExpectedFile.objects.bulk_create(rows, ignore_conflicts=True)


def _tell_places(envelopes: Sequence[Envelope]) -> None:
    """Under which numbers other phones of the sender knew the records; nearly always there are none."""
    Formerly.objects.bulk_create(
        Formerly(record_id=one.id, device_id=one.formerly.device, number=one.formerly.number)
        for one in envelopes if one.formerly
    )


def _held(ids: Sequence[UUID]) -> dict[UUID, _Held]:
    """The records that are there."""
    rows = Record.objects.filter(pk__in=ids).values_list("pk", "sha256", "owner_id", "open__state")
    return {id: _Held(sha256, owner, state) for id, sha256, owner, state in rows}


def _rows(device: Device, fresh: Sequence[Envelope], name: str, now: datetime) -> list[_Row]:
    """The new records by number: one that is taken stays empty; each clock is weighed against the one before."""
    taken = set(
        Record.objects.filter(device=device, number__in=[one.number for one in fresh]).values_list("number", flat=True)
    )
    before, found = _before(device, fresh[0].number), []
    for one in fresh:
        told = one.evidence
        number = None if one.number in taken else one.number
        taken.add(one.number)
        found.append(
            _Row(
                one.id, number, one.number, one.kind, one.version, one.replaces, " ".join(map(str, one.after)),
                one.body, one.sha256, told.sealed_at, told.monotonic_ms, told.boot, told.server_seen,
                " ".join(doubts(told, received_at=now, before=before)), receipt(name, one.number, one.id, one.sha256),
            )
        )  # fmt: skip
        before = told
    return found


def _before(device: Device, number: int) -> Evidence | None:
    """The evidence of the last entry before the number."""
    rows = Record.objects.filter(device=device, told_number__lt=number).order_by("-told_number")
    cells = rows.values_list("sealed_at", "monotonic_ms", "boot", "server_seen").first()
    return Evidence(*cells) if cells else None


def _insert(device: Device, rows: Sequence[_Row], now: datetime, carriage: Carriage) -> set[UUID]:
    """The ids that were not there before, whoever else writes at the same moment."""
    columns = dict(zip(_Row.__dataclass_fields__, map(list, zip(*map(astuple, rows), strict=True)), strict=True))
    fixed: dict[str, Any] = {
        "device": device.pk, "owner": device.owner_id, "now": now, "via": carriage.via, "carrier": carriage.by,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(INSERT, {**columns, **fixed})
        return {id for (id,) in cursor.fetchall()}


def _sorted_out(
    device: Device, envelopes: Sequence[Envelope], held: dict[UUID, _Held], name: str, now: datetime
) -> Stored:
    """Which envelopes are those held, which are variants of them, which bear somebody else's id."""
    arrivals: dict[tuple[UUID, str], Arrival] = {}
    refused: dict[UUID, Problem] = {}
    others = list[Envelope]()
    for one in envelopes:
        there = held[one.id]
        if there.owner != device.owner_id:
            refused[one.id] = problem("SYNC_007", "id")
            continue
        arrivals[one.id, one.sha256] = arrival(one.sha256, there.sha256)
        if arrivals[one.id, one.sha256] is Arrival.VARIANT:
            others.append(one)
    Variant.objects.bulk_create((_variant(device, one, name, now) for one in others), ignore_conflicts=True)
    _expect(others)
    own = dict.fromkeys(one.id for one in envelopes if one.id not in refused)
    return Stored(arrivals, refused, tuple(id for id in own if held[id].state in SETTLING))


def _variant(device: Device, one: Envelope, name: str, now: datetime) -> Variant:
    told = one.evidence
    return Variant(
        record_id=one.id, device=device, body=one.body, sha256=one.sha256, sealed_at=told.sealed_at,
        monotonic_ms=told.monotonic_ms, boot=told.boot, server_seen=told.server_seen, received_at=now,
        receipt=receipt(name, one.number, one.id, one.sha256),
    )  # fmt: skip
