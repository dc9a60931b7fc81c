"""Starts long work and runs it: in the worker process, or at once where the caller waits for a small piece.

A job that fails tells its owner kindly; the traceback goes to the log only.
"""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from procrastinate.contrib.django import app

from sidamping.domain.problems import Problem, Refused
from sidamping.platform.access.viewer import Viewer, viewer_of
from sidamping.platform.http import clock
from sidamping.platform.jobs.models import Job
from sidamping.platform.jobs.registry import KINDS, Run

TASK, QUEUE = "sidamping.run_job", "jobs"
log = logging.getLogger(__name__)


def start(kind: str, *, by: Viewer, arguments: dict[str, Any], now: bool = False) -> UUID:
    """Note the job and hand it to the worker in the same transaction; with `now` run it before returning."""
    if kind not in KINDS:
        raise KeyError(kind)
    with transaction.atomic():
        job = Job.objects.create(kind=kind, owner_id=by.user_id, arguments=arguments)
        if not now:
            app.configure_task(TASK, queue=QUEUE).defer(job_id=str(job.pk))
    if now:
        run(job.pk)
    return job.pk


def again(*, by: Viewer, job_id: UUID) -> bool:
    """Hand the owner's failed job to the worker once more; asked twice it happens once. False for any other job."""
    with transaction.atomic():
        failed = Job.objects.filter(pk=job_id, owner_id=by.user_id, state=Job.State.FAILED)
        begun = failed.update(state=Job.State.WAITING, result={}, done=0, attempts=0, begun_at=None, finished_at=None)
        if begun:
            app.configure_task(TASK, queue=QUEUE).defer(job_id=str(job_id))
    return bool(begun)


def run(job_id: UUID) -> None:
    """Run a waiting job to its end; a job that was begun already is left alone."""
    waiting = Job.objects.filter(pk=job_id, state=Job.State.WAITING)
    if not waiting.update(state=Job.State.RUNNING, begun_at=Now(), attempts=F("attempts") + 1):
        return
    job = Job.objects.select_related("owner").get(pk=job_id)
    try:
        state, result = Job.State.DONE, KINDS[job.kind](_run_of(job))
    except Refused as refused:
        state, result = Job.State.FAILED, {"problems": plain(refused.problems)}
    except Exception:  # whatever it is, the owner must learn that the work stopped
        log.exception("job %s (%s) failed", job.pk, job.kind)
        state, result = Job.State.FAILED, {}
    Job.objects.filter(pk=job_id).update(state=state, result=result, finished_at=clock.now())


def plain(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    """Problems as JSON keeps them in a result; `problems_of` reads them back."""
    return [{"code": one.code, "where": one.where, "values": dict(one.values)} for one in problems]


def problems_of(rows: list[dict[str, Any]]) -> tuple[Problem, ...]:
    """Problems read back from a result."""
    return tuple(Problem(row["code"], row["where"], row["values"]) for row in rows)


def _run_of(job: Job) -> Run:
    on = clock.today()

    def progress(done: int, total: int) -> None:
        Job.objects.filter(pk=job.pk).update(done=done, total=total)

    return Run(job.pk, viewer_of(job.owner, on), on, clock.now(), job.arguments, progress)
