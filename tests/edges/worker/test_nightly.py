"""What the worker does every night: a backup, a sweep of ended sessions and old uploads; old work is forgotten."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.edges.worker import tasks
from sidamping.edges.worker.run import run_worker
from sidamping.features.parties.services import keep_upload
from sidamping.platform.database import backups
from sidamping.platform.http import clock
from tests.people import Cast


def test_three_tasks_are_planned_every_night() -> None:
    planned = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}
    nightly = {name: cron for name, cron in planned.items() if cron.endswith("18 * * *") or cron.endswith("19 * * *")}
    assert nightly == {"backup": "30 18 * * *", "sweep": "0 19 * * *", "forget_jobs": "15 19 * * *"}
    assert planned["monthly_boards"] == "5 * * * *"
    assert planned["take_up"] == planned["sweep_records"] == "* * * * *"


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


@pytest.mark.django_db
def test_workbooks_kept_for_an_import_are_forgotten_after_a_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    old, fresh = (keep_upload(content, now=clock.now()) for content in (b"lama", b"baru"))
    for sha256, days in ((old, 8), (fresh, 6)):
        file, at = tmp_path / "imports" / f"{sha256}.xlsx", (clock.now() - timedelta(days=days)).timestamp()
        assert file.stat().st_mode & 0o077 == 0
        os.utime(file, (at, at))
    tasks.sweep(timestamp=0)
    assert [file.stem for file in (tmp_path / "imports").iterdir()] == [fresh]


@pytest.mark.django_db(transaction=True)
def test_work_that_finished_this_month_is_remembered() -> None:
    tasks.sweep.defer(timestamp=0)
    tasks.forget_jobs.defer(timestamp=0)
    run_worker(wait=False)
    deferred = ProcrastinateJob.objects.filter(task_name__in=("forget_jobs", "sweep"))  # others come by the clock
    done = sorted(set(deferred.values_list("task_name", "status")))
    assert done == [("forget_jobs", "succeeded"), ("sweep", "succeeded")]
