"""The worker's own tasks: reactions, records of phones, work that stalled, the nightly backup and sweep."""

from __future__ import annotations

from time import monotonic
from uuid import UUID

from asgiref.sync import sync_to_async
from django.core.management import call_command
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from sidamping.edges.sync import files, receiving, sweeping, understanding
from sidamping.edges.worker.reactions import react_to
from sidamping.features.indicators.services import judge_all, send_due, tally
from sidamping.features.parties.services import forget_uploads
from sidamping.platform.activity import announcements, journal
from sidamping.platform.database import backups
from sidamping.platform.http import clock
from sidamping.platform.jobs import stalled
from sidamping.platform.jobs.running import TASK

KEPT_HOURS = 24 * 30
SYNC_SECONDS, AGAIN_MINUTES = 45, 30


@app.task(name=announcements.TASK, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def react(activity_id: int) -> None:
    """Run the reactions to one activity."""
    react_to(journal.entry(activity_id))


@app.task(name=receiving.TASK, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def understand_records(ids: list[str]) -> None:
    """Understand what a request had no time for."""
    understanding.go_on([UUID(one) for one in ids], now=clock.now(), seconds=SYNC_SECONDS)


@app.task(name=files.TASK, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def attach_files(records: list[str]) -> None:
    """Read the photos that phones handed in and attach them to what their records became."""
    sweeping.attach((UUID(one) for one in records), until=monotonic() + SYNC_SECONDS)


@app.periodic(cron="* * * * *")
@app.task(name="sweep_records", queueing_lock="sweep_records")
def sweep_records(timestamp: int) -> None:
    """Every minute: go on with what was left; every half hour look again at what could not be understood."""
    sweeping.sweep(now=clock.now(), seconds=SYNC_SECONDS, again=timestamp // 60 % AGAIN_MINUTES == 0)


@app.periodic(cron="* * * * *")
@app.task(name="judge_stale", queueing_lock="judge_stale", pass_context=False)
def judge_what_changed(timestamp: int) -> None:
    """Every minute: judge what was changed past the services, then count anew for the boards (decisions 0031, 0050)."""
    judge_all()
    tally(clock.today())


@app.periodic(cron="5 * * * *")
@app.task(name="monthly_boards", queueing_lock="monthly_boards", pass_context=False)
def send_monthly_boards(timestamp: int) -> None:
    """Every hour: boards of the month that ended go out by e-mail once, and what a mail server did not take, again."""
    send_due(now=clock.now(), on=clock.today())


@app.periodic(cron="30 18 * * *")
@app.task(name="backup", queueing_lock="backup", pass_context=False)
def backup(timestamp: int) -> None:
    """Nightly (02:30 in Central Indonesia): a verified backup, older ones rotate out."""
    backups.dump(now=clock.now(), why="malam")
    backups.rotate()


@app.periodic(cron="0 19 * * *")
@app.task(name="sweep", queueing_lock="sweep")
def sweep(timestamp: int) -> None:
    """Nightly: sessions that ended and workbooks kept for an import are removed."""
    call_command("clearsessions")
    forget_uploads(now=clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="take_up", queueing_lock="take_up")
async def take_up(timestamp: int) -> None:
    """Every minute: what a worker that died had begun is done by the next one."""
    for one in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=stalled.SILENT_SECONDS):
        if one.task_name == TASK:
            await sync_to_async(stalled.give_back)(UUID(str(one.task_kwargs["job_id"])))
        await app.job_manager.retry_job(one)
    await sync_to_async(stalled.stop_orphans)()


@app.periodic(cron="15 19 * * *")
@app.task(name="forget_jobs", queueing_lock="forget_jobs", pass_context=True)
async def forget_jobs(context: object, timestamp: int) -> None:
    """Nightly: finished work older than a month is forgotten."""
    await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=False)
