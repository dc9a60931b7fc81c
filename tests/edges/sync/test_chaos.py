"""Chaos with a seed: phones seal, edit, retry, double, reorder and are cut off; the server holds each record once (F1).

A failing schedule is repeated by its seed alone. The records are of a kind made for this test, so that 500 schedules
take seconds; what happens to real kinds stands in the other files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.domain.sync import Facts
from sidamping.edges.sync import answers, carried, inbox, kinds, sweeping
from sidamping.edges.sync.kinds import Kind
from sidamping.edges.sync.models import Open, Record, Variant
from sidamping.features.fieldwork.models import Arrival
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.platform.access.viewer import Viewer
from tests.edges.sync.phones import Envelope, Phone, changed
from tests.people import Cast

SCHEDULES, PARTS, STEPS = 500, 4, 6
KIND = "chaos.note"


class Cut(BaseException):
    """The process is gone at this very moment."""


class Undo(Exception):
    """Takes back what a schedule wrote."""


@dataclass(frozen=True)
class Note:
    """What such a record says."""

    text: str


class Server:
    """The server, with points at which it may die and a fault that is mended later."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.risk, self.broken = dice, 0.0, True

    def may_die(self) -> None:
        if self.dice.random() < self.risk:
            raise Cut

    def dying(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The work, before or after which the process may end."""

        def done(*args: Any, **more: Any) -> Any:
            self.may_die()
            found = work(*args, **more)
            self.may_die()
            return found

        return done

    def note(self, by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
        if body.get("poison") and self.broken:
            raise Refused(problem("SYNC_012", "body"))
        self.may_die()
        is_new(facts.id, KIND, by, Note(json.dumps(body, sort_keys=True)))
        self.may_die()
        return facts.id


class Story:
    """One schedule: two phones of one person, what they sealed, and every receipt that was ever given."""

    def __init__(self, cast: Cast, known: list[Phone], seed: int, now: datetime) -> None:
        self.dice = random.Random(seed)
        self.cast, self.now, self.server = cast, now, Server(self.dice)
        self.phones = [replace(one, number=0) for one in known]
        self.sealed: dict[UUID, list[Envelope]] = {phone.id: [] for phone in self.phones}
        self.receipts: dict[tuple[str, str], set[str]] = {}

    def step(self) -> None:
        phone = self.dice.choice(self.phones)
        queue = self.sealed[phone.id]
        what = self.dice.random()
        if what < 0.4 or not queue:
            self.seal(phone)
        elif what < 0.5:
            queue.append(changed(self.dice.choice(queue), edit=self.dice.random()))
        else:
            self.send(phone, carry=what > 0.93)

    def seal(self, phone: Phone) -> None:
        """A new note; it may need earlier ones, of either phone, or replace one."""
        known = [one["id"] for queue in self.sealed.values() for one in queue]
        after = self.dice.sample(known, k=min(len(known), self.dice.choice((0, 0, 1, 2))))
        replaces = self.dice.choice(known) if known and self.dice.random() < 0.3 else None
        body = {"text": self.dice.random(), "poison": self.dice.random() < 0.2}
        self.sealed[phone.id].append(phone.seal(KIND, body, after=after, replaces=replaces))

    def send(self, phone: Phone, *, carry: bool = False, risk: float = 0.08) -> list[dict[str, Any]]:
        """A part of the queue in any order, some of it twice; the process may die on the way."""
        queue = self.sealed[phone.id]
        batch = self.dice.choices(queue, k=self.dice.randint(1, len(queue) + 1)) if risk else list(queue)
        self.server.risk = risk
        try:
            told = self.hand_over(phone, batch) if carry else phone.send(*batch, now=self.now)
        except Cut:
            return []
        finally:
            self.server.risk = 0.0
        for one, result in zip(batch, told, strict=True):
            self.receipts.setdefault((one["id"], one["sha256"]), set()).add(result["receipt"])
        return told

    def hand_over(self, phone: Phone, batch: list[Envelope]) -> list[dict[str, Any]]:
        raw = json.dumps(phone.queue_file(*batch)).encode()
        return carried.take_in(raw, by=self.cast.yosef.pk, now=self.now)

    def settle(self) -> None:
        """The server is mended and every phone sends all it has, until nothing changes any more."""
        self.server.broken = False
        for phone in self.phones:
            if self.sealed[phone.id]:
                self.send(phone, risk=0.0)
        sweeping.sweep(now=self.now, seconds=30, again=True)
        told = [one for phone in self.phones if self.sealed[phone.id] for one in self.send(phone, risk=0.0)]
        assert {one["state"] for one in told} <= {"accepted", "conflict"}

    def check(self) -> None:
        sent = {(one["id"], one["sha256"]): one for queue in self.sealed.values() for one in queue}
        records = {str(id): sha256 for id, sha256 in Record.objects.values_list("id", "sha256")}
        others = [(str(id), sha256) for id, sha256 in Variant.objects.values_list("record", "sha256")]
        assert sorted([*records.items(), *others]) == sorted(sent), "each record once, no variant lost, nothing else"
        assert not Open.objects.exists()
        assert {str(id) for id in Arrival.objects.filter(kind=KIND).values_list("id", flat=True)} == set(records)
        assert all(len(given) == 1 for given in self.receipts.values()), "one receipt for each content"


@contextmanager
def wired(story: Story) -> Iterator[None]:
    """The story's server in the place of the real points of danger."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(kinds.KINDS, (KIND, 1), Kind(story.server.note))
        patch.setattr(inbox, "_insert", story.server.dying(inbox._insert))
        patch.setattr(answers, "results", story.server.dying(answers.results))
        yield


def play(cast: Cast, known: list[Phone], seed: int, now: datetime) -> None:
    """One schedule from an empty server to the check, taken back afterwards."""
    try:
        with transaction.atomic():
            story = Story(cast, known, seed, now)
            with wired(story):
                for _ in range(STEPS):
                    story.step()
                story.settle()
            story.check()
            raise Undo
    except Undo:
        pass
    except AssertionError as fault:
        raise AssertionError(f"seed {seed}: {fault}") from fault


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_happens_the_server_holds_what_was_sealed_each_once(cast: Cast, now: datetime, part: int) -> None:
    known = [Phone(cast.ratna).known(now) for _ in range(2)]
    for seed in range(part, SCHEDULES, PARTS):
        play(cast, known, seed, now)
