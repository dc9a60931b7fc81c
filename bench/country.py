"""The database of a made country: filled where it is empty, and kept for the next bench where that is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from bench.nation_rows import TABLES, TODAY, make
from sidamping.features.indicators.models import Tally
from sidamping.features.indicators.services import rebuild, tally
from sidamping.features.parties.models import Party

Rows = dict[str, int]
SIZE_OF = "SELECT pg_size_pretty(pg_database_size(current_database()))"
KNOWN = "SELECT relname, reltuples::bigint FROM pg_class WHERE relkind = 'r' AND relname = ANY(%s)"


@contextmanager
def country(size: str, *, kept: bool) -> Iterator[Rows]:
    """Rows by table of the country `bench_<size>`; unless kept, it is made for this run and dropped after it."""
    connection.settings_dict["TEST"]["NAME"] = f"bench_{size}"
    old = setup_databases(verbosity=0, interactive=False, keepdb=kept, serialized_aliases=[])
    try:
        yield _known() if Party.objects.exists() else _filled(size)
    finally:
        teardown_databases(old, verbosity=0, keepdb=kept)


def _filled(size: str) -> Rows:
    began = time.perf_counter()
    made = make(size)
    asked("VACUUM ANALYZE")
    _told("filled", began, sum(made.values()))
    began = time.perf_counter()
    rows = rebuild()
    _told("summary made anew", began, rows)
    asked("VACUUM ANALYZE indicators_summary")
    began = time.perf_counter()
    tally(TODAY)
    _told("counts made ready", began, Tally.objects.count())
    asked("VACUUM ANALYZE indicators_tally")
    print(f"{'on the disk':<40}{asked(SIZE_OF)[0][0]:>11}")
    return made


def _told(what: str, began: float, rows: int) -> None:
    seconds = time.perf_counter() - began
    print(f"{what:<40}{seconds:>9.1f} s{rows:>12,} rows{rows / seconds:>12,.0f} a second")


def _known() -> Rows:
    """As PostgreSQL counted them last; filling ends with its count."""
    tables = [model._meta.db_table for model, _rows in TABLES]
    known: Rows = dict(asked(KNOWN, tables))
    return {table: known[table] for table in tables}


def asked(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []
