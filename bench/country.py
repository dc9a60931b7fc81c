"""The database of a made country: filled where it is empty, and kept for the next bench where that is asked."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from bench import nation_participants, nation_rows
from bench.copying import copy, unindexed, unwatched
from bench.nation_derived import DERIVED, derive
from bench.nation_rows import NOW, SIZES, TODAY, Made, Office, named, offices_of, total
from sidamping.features.indicators.models import Tally
from sidamping.features.indicators.services import rebuild, tally
from sidamping.features.parties.models import Party
from sidamping.platform.territory.loader import load_areas

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
    load_areas(on=TODAY)
    made = _made(list(offices_of(SIZES[size])))
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
    tables = sorted({*_tables(), *DERIVED})
    known: Rows = dict(asked(KNOWN, tables))
    return {table: known[table] for table in tables}


def _made(offices: list[Office], seed: int = 1) -> Rows:
    """Fill the empty database; rows by table."""
    made: Counter[str] = Counter()
    with unwatched(), unindexed([*_tables(), *DERIVED]):
        _copied(nation_rows.TABLES, offices, seed, made)
        made.update(derive(_given(offices)))
        _copied(nation_participants.TABLES, offices, seed, made)
    return dict(made)


def _copied(tables: Sequence[tuple[Any, Made]], offices: list[Office], seed: int, made: Counter[str]) -> None:
    for model, rows in tables:
        made[model._meta.db_table] += copy(model, rows(offices, random.Random(seed)), NOW)


def _given(offices: list[Office]) -> dict[str, object]:
    """What rows that follow from others are reckoned with."""
    return {
        "programme": nation_rows.PROGRAMME, "now": NOW, "path": named("path", 0), "first": offices[0].first,
        "many": total(offices), "visits": nation_rows.VISITS_A_MONTH, "accounts": len(nation_rows.CHART),
        "lines": nation_rows.LINES_EACH,
    }


def _tables() -> list[str]:
    return [model._meta.db_table for model, _rows in (*nation_rows.TABLES, *nation_participants.TABLES)]


def asked(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []
