"""Activities wake the worker in the transaction of the write, and only those that something reacts to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.edges.worker import reactions
from sidamping.edges.worker.run import run_worker
from sidamping.platform.access.models import User
from sidamping.platform.activity import announcements, journal
from sidamping.platform.activity.journal import Entry

HEARD: list[Entry] = []


@pytest.fixture
def reacting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Entry]]:
    """A reaction to `test.heard` that writes down what it was told."""
    HEARD.clear()
    monkeypatch.setitem(reactions.REACTIONS, "test.heard", (HEARD.append,))
    announcements.announce({"test.heard"})
    yield HEARD
    announcements.withdraw({"test.heard"})


@pytest.mark.django_db(transaction=True)
def test_a_reaction_runs_once_after_the_write_committed(reacting: list[Entry], ratna: User) -> None:
    journal.record("test.heard", by=ratna.pk, subject=ratna.pk, why="uji", month="2026-11")
    run_worker(wait=False)
    heard = [(one.action, one.actor_id, one.data) for one in reacting]
    assert heard == [("test.heard", ratna.pk, {"month": "2026-11"})]


@pytest.mark.django_db(transaction=True)
def test_a_write_that_was_rolled_back_wakes_nobody(reacting: list[Entry], ratna: User) -> None:
    with pytest.raises(ValueError), transaction.atomic():
        journal.record("test.heard", by=ratna.pk, subject=ratna.pk)
        raise ValueError
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db
def test_an_activity_nobody_reacts_to_costs_no_task(reacting: list[Entry], ratna: User) -> None:
    journal.record("test.unheard", by=ratna.pk, subject=ratna.pk)
    assert not ProcrastinateJob.objects.exists()
