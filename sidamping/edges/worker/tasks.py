"""The worker's own tasks: reactions to activities, the nightly backup, the nightly sweep."""

from __future__ import annotations

from django.core.management import call_command
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from sidamping.edges.worker.reactions import react_to
from sidamping.features.parties.services import forget_uploads
from sidamping.platform.activity import announcements, journal
from sidamping.platform.database import backups
from sidamping.platform.http import clock

KEPT_HOURS = 24 * 30


@app.task(name=announcements.TASK, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def react(activity_id: int) -> None:
    """Run the reactions to one activity."""
    react_to(journal.entry(activity_id))


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


@app.periodic(cron="15 19 * * *")
@app.task(name="forget_jobs", queueing_lock="forget_jobs", pass_context=True)
async def forget_jobs(context: object, timestamp: int) -> None:
    """Nightly: finished work older than a month is forgotten."""
    await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=False)
