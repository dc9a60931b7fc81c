"""A worker process of its own on the tests' database, with one kind of work that never ends; a test kills it."""

from __future__ import annotations

import os
import time
from typing import Any

import django
from django.conf import settings


def work_for_ever() -> None:
    """Runs until the process is killed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
    settings.DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
    django.setup()
    from sidamping.edges.worker.run import run_worker  # Django must be set up first
    from sidamping.platform.jobs.registry import Run, job

    @job("test.endless")
    def endless(run: Run) -> dict[str, Any]:
        run.progress(1, 4)
        time.sleep(600)
        return {}

    run_worker(wait=False)


if __name__ == "__main__":
    work_for_ever()
