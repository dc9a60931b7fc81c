"""Receives a batch: reads each envelope, stores what can be stored, understands as much as there is time for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from procrastinate.contrib.django import app

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.sync import Arrival
from sidamping.edges.sync import answers, corrections, inbox, refusals, understanding
from sidamping.edges.sync.envelope import Envelope, read_envelope, told_id, told_number
from sidamping.edges.sync.inbox import Carriage
from sidamping.edges.sync.models import Device
from sidamping.edges.sync.refusals import Turned

SECONDS = 0.2
"""Time for understanding within a request; the worker goes on with the rest."""
TURN = Lock()
"""One request of this process understands at a time: on the day of the deadline the others only take in. Who brings
again what is here already waits for a moment, so that retries sent at once hear the same."""
TASK = "understand_records"


@dataclass(frozen=True)
class Sender:
    """Whose records come: the device and its owner's user name, for the receipt."""

    device: Device
    name: str


def receive(
    sender: Sender, told: Sequence[Any], *, now: datetime, carriage: Carriage | None = None
) -> list[answers.Result]:
    """One answer for each envelope, in their order; a bad one never hinders its neighbours."""
    read = [_read(one) for one in told]
    good = [one for one in read if isinstance(one, Envelope)]
    stored = inbox.store(sender.device, good, name=sender.name, now=now, carriage=carriage)
    again = any(what is not Arrival.NEW for what in stored.arrivals.values())
    _go_on(stored.unsettled, now, patience=SECONDS if again else 0)
    for one, what in stored.arrivals.items():
        if what is Arrival.VARIANT:
            corrections.try_instead(*one, now=now)
    outcomes = [_outcome(raw, one, stored.refused) for raw, one in zip(told, read, strict=True)]
    refusals.note(sender.device.pk, [one for one in outcomes if isinstance(one, Turned)], now=now)
    known = answers.results(list(stored.arrivals))
    return [_answer(one, known) for one in outcomes]


def refuse_all(told: Sequence[Any], problems: Sequence[Problem]) -> list[answers.Result]:
    """The same refusal for every envelope: nothing of this device is stored."""
    return [answers.refusal(told_id(one), problems) for one in told]


def _read(told: Any) -> Envelope | Refused:
    try:
        return read_envelope(told)
    except Refused as refused:
        return refused


def _outcome(raw: Any, read: Envelope | Refused, refused: dict[UUID, Problem]) -> Envelope | Turned:
    """The envelope that is stored, or why it is not."""
    if isinstance(read, Refused):
        return Turned(told_id(raw), told_number(raw), read.problems)
    return Turned(str(read.id), str(read.number), [refused[read.id]]) if read.id in refused else read


def _answer(one: Envelope | Turned, known: dict[tuple[UUID, str], answers.Result]) -> answers.Result:
    return answers.refusal(one.thing, one.problems) if isinstance(one, Turned) else known[one.id, one.sha256]


def _go_on(ids: Sequence[UUID], now: datetime, *, patience: float) -> None:
    """What is stored is safe whatever happens from here on; what is left over goes to the worker."""
    if ids and not _understood(ids, now, patience):
        app.configure_task(TASK).defer(ids=[str(one) for one in ids])


def _understood(ids: Sequence[UUID], now: datetime, patience: float) -> bool:
    """Whether nobody else was at it (for longer than `patience`, in seconds), and there was time for all of them."""
    if not TURN.acquire(timeout=patience):
        return False
    try:
        return understanding.go_on(ids, now=now, seconds=SECONDS)
    except DatabaseError:
        understanding.log.exception("understanding stopped; the worker goes on")
        return False
    finally:
        TURN.release()
