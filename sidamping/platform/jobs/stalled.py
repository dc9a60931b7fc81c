"""Work whose process died: given back to the worker a few times, then marked failed, so that no page waits for ever.

A kind of work therefore bears being begun twice: it writes in one transaction, or finds what it wrote before.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Now
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.domain.problems import problem
from sidamping.platform.http import clock
from sidamping.platform.jobs.models import Job
from sidamping.platform.jobs.running import TASK, plain

SILENT_SECONDS = 60
"""A worker reports every ten seconds; one that is silent for so long is dead."""
MOST_ATTEMPTS = 3
ORPHAN_AFTER = timedelta(minutes=15)
"""Work done while its owner waits takes seconds; without an end after so long its process is gone."""


def give_back(job_id: UUID) -> None:
    """A begun job waits again; begun too often already, it has failed. Anything else is left alone."""
    row = Job.objects.filter(pk=job_id, state=Job.State.RUNNING)
    if row.filter(attempts__lt=MOST_ATTEMPTS).update(state=Job.State.WAITING, done=0) == 0:
        _stop(row)


def stop_orphans() -> None:
    """Unfinished work that no worker has or will get is marked failed."""
    handed = ProcrastinateJob.objects.annotate(job=KT("args__job_id")).filter(
        task_name=TASK, status__in=("todo", "doing"), job=Cast(OuterRef("pk"), TextField())
    )
    old = Q(begun_at__lt=Now() - ORPHAN_AFTER) | Q(begun_at__isnull=True, created_at__lt=Now() - ORPHAN_AFTER)
    unfinished = Job.objects.filter(old, state__in=(Job.State.WAITING, Job.State.RUNNING))
    _stop(unfinished.filter(~Exists(handed)))


def _stop(rows: QuerySet[Job]) -> None:
    told = {"problems": plain((problem("GENERAL_005"),))}
    rows.update(state=Job.State.FAILED, result=told, finished_at=clock.now())
