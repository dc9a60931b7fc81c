"""The one task that the worker knows; procrastinate finds this module by its name."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from sidamping.platform.jobs import running


@app.task(name=running.TASK, queue=running.QUEUE)
def run_job(job_id: str) -> None:
    """Run one job by its id."""
    running.run(UUID(job_id))
