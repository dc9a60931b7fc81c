"""Work on the whole database, one process at a time, over a plain connection of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection

SET_UP = 5_301_052_010  # one number for every process that sets up the same database
ANSWER_SECONDS = 5


@contextmanager
def alone(number: int) -> Iterator[None]:
    """Hold the database's advisory lock; a server that does not answer is found out within seconds."""
    params = {**connection.get_connection_params(), "connect_timeout": ANSWER_SECONDS}
    for django_only in ("cursor_factory", "context"):
        params.pop(django_only, None)
    with psycopg.connect(**params, autocommit=True) as session:
        session.execute("SELECT pg_advisory_lock(%s)", [number])
        yield
