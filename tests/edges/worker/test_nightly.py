"""What the worker does every night: a backup, a sweep of ended sessions, forgetting old finished work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.edges.worker import tasks
from sidamping.edges.worker.run import run_worker
from sidamping.platform.database import backups
from tests.people import Cast


def test_three_tasks_are_planned_every_night() -> None:
    planned = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}
    assert planned == {"backup": "30 18 * * *", "sweep": "0 19 * * *", "forget_jobs": "15 19 * * *"}


@pytest.mark.django_db(transaction=True)
def test_the_nightly_backup_is_a_verified_file(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "data_folder", lambda: tmp_path)
    tasks.backup(timestamp=0)
    (made,) = (tmp_path / "backups").glob("*-malam.dump")
    backups.verify(made)


@pytest.mark.django_db
def test_sessions_that_ended_are_removed() -> None:
    now = timezone.now()
    for key, days in (("ended", -1), ("open", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + timedelta(days=days))
    tasks.sweep(timestamp=0)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]


@pytest.mark.django_db(transaction=True)
def test_work_that_finished_this_month_is_remembered() -> None:
    tasks.sweep.defer(timestamp=0)
    tasks.forget_jobs.defer(timestamp=0)
    run_worker(wait=False)
    done = ProcrastinateJob.objects.order_by("task_name").values_list("task_name", "status")
    assert list(done) == [("forget_jobs", "succeeded"), ("sweep", "succeeded")]
