"""The same moment, on real connections: eight posts of one record, two syncs of one phone, a full disk (F1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.test import Client

from sidamping.edges.sync import sweeping
from sidamping.edges.sync.models import Open, Record, Variant, Verdict
from sidamping.features.fieldwork.models import Visit, VisitRevision
from tests import people
from tests.edges.sync.phones import Phone, changed, problem_body, visit_body
from tests.people import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    """Everybody, committed, so that other connections see them."""
    return people.gather()


def at_once(calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """Every call on a connection of its own, begun at the same moment."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait(timeout=20)
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(run, call) for call in calls]]


def signed_in(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.ratna)
    return client


def test_eight_identical_posts_at_once_are_eight_equal_successes(cast: Cast, now: datetime) -> None:
    phone = Phone(cast.ratna).known(now)
    sealed, clients = phone.seal("fieldwork.visit", visit_body(cast.engagement)), [signed_in(cast) for _ in range(8)]
    answers = at_once([lambda client=client: phone.post(client, sealed) for client in clients])
    told = [one.json()["results"] for one in answers]
    assert {one.status_code for one in answers} == {200} and told == [told[0]] * 8
    assert told[0][0]["state"] == "accepted"
    assert (Record.objects.count(), Verdict.objects.count(), Visit.objects.count()) == (1, 1, 1)


def test_two_syncs_of_one_phone_at_once_double_and_lose_nothing(cast: Cast, now: datetime) -> None:
    phone = Phone(cast.ratna).known(now)
    times = [(f"{hour:02}:{minute:02}", f"{hour:02}:{minute + 20}") for hour in range(6, 10) for minute in (0, 30)]
    bodies = [visit_body(cast.engagement, starts_at=start, ends_at=end) for start, end in times]
    queue = [phone.seal("fieldwork.visit", body) for body in bodies]
    batches = [queue, queue[::-1], queue[3:], queue[:5]]
    told = at_once([lambda batch=batch: phone.send(*batch, now=now) for batch in batches])
    receipts = {(one["id"], one["receipt"]) for batch in told for one in batch}
    assert len(receipts) == len(queue) == Record.objects.count() == Visit.objects.count()
    assert not Open.objects.exists()


def test_different_contents_of_one_record_at_once_are_all_kept(cast: Cast, now: datetime) -> None:
    phone = Phone(cast.ratna).known(now)
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    contents = [sealed, *(changed(sealed, result=f"Isi {number}") for number in range(5))]
    told = at_once([lambda one=one: phone.send(one, now=now) for one in contents * 2])
    states = sorted(one[0]["state"] for one in told)
    assert states.count("accepted") >= 1 and set(states) <= {"accepted", "conflict"}
    assert {Record.objects.get().sha256, *Variant.objects.values_list("sha256", flat=True)} == {
        one["sha256"] for one in contents
    }  # fmt: skip
    assert (Visit.objects.count(), VisitRevision.objects.count()) == (1, 1)


def test_the_same_numbers_from_two_queues_of_one_device_lose_no_record(cast: Cast, now: datetime) -> None:
    """A phone put back from a copy numbers anew; both records are kept."""
    phone = Phone(cast.ratna).known(now)
    copy = Phone(cast.ratna, id=phone.id, key=phone.key)
    queues = [[one.seal("fieldwork.problem", problem_body(cast.engagement)) for _ in range(4)] for one in (phone, copy)]
    at_once([lambda queue=queue: phone.send(*queue, now=now) for queue in queues])
    assert Record.objects.count() == 8 and Record.objects.filter(number=None).count() == 4


def test_trouble_of_the_database_in_understanding_leaves_the_record_received(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Phone(cast.ratna).known(now)
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))

    def full(*_: Any, **__: Any) -> None:
        raise OperationalError("could not extend file: No space left on device")

    monkeypatch.setattr("sidamping.features.fieldwork.services.visits._write_revision", full)
    [told] = phone.send(sealed, now=now)
    assert told["state"] == "received" and not Verdict.objects.exists() and not Visit.objects.exists()
    monkeypatch.undo()
    sweeping.sweep(now=now, seconds=30)
    assert phone.send(sealed, now=now)[0]["state"] == "accepted"
