"""Runs the background worker until it is told to stop."""

from __future__ import annotations

import os
from typing import cast

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from sidamping.features.indicators.services import notice_rules

CONCURRENCY = 2
GRACE_SECONDS = 10
BEHIND = 5
"""How far a standing worker steps back from the processors (nice): whoever waits for a page goes first."""


def run_worker(*, wait: bool = True) -> None:
    """Work on every queue; with `wait=False`, return when nothing is left to do.

    Starts with what a new version of the rulebook judges otherwise.
    """
    if wait:
        os.nice(BEHIND)
    notice_rules()
    with app.replace_connector(cast(DjangoConnector, app.connector).get_worker_connector()) as worker_app:
        worker_app.run_worker(
            wait=wait, listen_notify=wait, concurrency=CONCURRENCY, shutdown_graceful_timeout=GRACE_SECONDS
        )
