"""A worker that dies leaves nothing running for ever: the next one takes the work up, or its owner is told."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from sidamping.edges.worker import tasks
from sidamping.edges.worker.run import run_worker
from sidamping.platform.access.models import User
from sidamping.platform.jobs import running, stalled
from sidamping.platform.jobs.models import Job
from sidamping.platform.jobs.registry import KINDS, Run, job
from tests import people
from tests.people import Cast

SignIn = Callable[[User], Client]
PATIENCE_SECONDS = 60


@pytest.fixture(autouse=True)
def _endless() -> Iterator[None]:
    """In this process the work of `tests.edges.worker.dying` ends at once."""
    before = dict(KINDS)

    @job("test.endless")
    def quick(run: Run) -> dict[str, Any]:
        return {"ended": True}

    yield
    KINDS.clear()
    KINDS.update(before)


@pytest.mark.django_db(transaction=True)
def test_work_of_a_killed_worker_is_done_by_the_next_one(cast: Cast) -> None:
    new = running.start("test.endless", by=people.look(cast.ratna), arguments={})
    _kill_while_it_runs(new)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minutes'")
    assert Job.objects.get(pk=new).state == "running"
    with contextlib.suppress(AlreadyEnqueued):  # the killed worker may have reached the next full minute
        tasks.take_up.defer(timestamp=0)
    for _ in range(2):  # a worker that does not wait may be gone before the work is handed back
        run_worker(wait=False)
    done = Job.objects.get(pk=new)
    assert (done.state, done.attempts, done.result) == ("done", 2, {"ended": True})
    assert not ProcrastinateJob.objects.filter(status__in=("todo", "doing")).exists()


@pytest.mark.django_db
def test_work_that_kills_every_worker_fails_after_three_attempts(cast: Cast) -> None:
    new = running.start("test.endless", by=people.look(cast.ratna), arguments={})
    seen = []
    for attempt in (1, 2, 3):
        Job.objects.filter(pk=new, state="waiting").update(state="running", attempts=attempt)
        stalled.give_back(new)
        seen.append(Job.objects.get(pk=new).state)
    assert seen == ["waiting", "waiting", "failed"]
    assert [row["code"] for row in Job.objects.get(pk=new).result["problems"]] == ["GENERAL_005"]


@pytest.mark.django_db
def test_work_without_a_worker_is_stopped_and_waiting_work_is_not(cast: Cast) -> None:
    by = people.look(cast.ratna)
    ids = {name: running.start("test.endless", by=by, arguments={}) for name in ("queued", "lost", "fresh", "unbegun")}
    handed = ProcrastinateJob.objects.filter(args__job_id__in=[str(ids[name]) for name in ("lost", "fresh", "unbegun")])
    handed._raw_delete(handed.db)
    hour_ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(pk__in=ids.values()).update(created_at=hour_ago)
    Job.objects.filter(pk=ids["lost"]).update(state="running", begun_at=hour_ago)
    Job.objects.filter(pk=ids["fresh"]).update(state="running", begun_at=timezone.now())
    stalled.stop_orphans()
    states = {name: Job.objects.get(pk=new).state for name, new in ids.items()}
    assert states == {"queued": "waiting", "lost": "failed", "fresh": "running", "unbegun": "failed"}


@pytest.mark.django_db
def test_the_owner_tries_stopped_work_again_and_twice_is_once(cast: Cast, sign_in: SignIn) -> None:
    new = running.start("test.endless", by=people.look(cast.ratna), arguments={})
    Job.objects.filter(pk=new).update(state="running", attempts=3)
    stalled.give_back(new)
    client, address = sign_in(cast.ratna), reverse("job_again", args=[new])
    shown = client.get(reverse("job", args=[new])).content.decode()
    assert "GENERAL_005" in shown and f'action="{address}"' in shown
    before = ProcrastinateJob.objects.count()
    for _ in range(2):
        assert client.post(address)["Location"] == reverse("job", args=[new])
    assert Job.objects.get(pk=new).state == "waiting" and ProcrastinateJob.objects.count() == before + 1
    assert sign_in(cast.maria).post(address).status_code == 404


def _kill_while_it_runs(new: UUID) -> None:
    """A real worker process begins the work and is killed without a word."""
    environment = {**os.environ, "TEST_DATABASE": str(connection.settings_dict["NAME"])}
    process = subprocess.Popen([sys.executable, "-m", "tests.edges.worker.dying"], env=environment)
    until = time.monotonic() + PATIENCE_SECONDS
    try:
        while Job.objects.get(pk=new).done == 0:
            assert time.monotonic() < until and process.poll() is None, "the worker did not begin"
            time.sleep(0.2)
    finally:
        process.kill()
        process.wait()
