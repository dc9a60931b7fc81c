"""Many rows into a table by COPY: columns that rows leave out get what Django would give them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import Field, Model

Row = dict[str, Any]
BLOCK = 2_000
INDEXES = """
SELECT format('DROP INDEX %%I', c.relname), pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
UNION ALL
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid = ANY(%(tables)s::regclass[]) AND contype = 'x'
"""


def copy(model: type[Model], rows: Iterable[Row], now: str) -> int:
    """Write the rows, all with the same keys (names of columns); returns how many."""
    found = iter(rows)
    first = next(found, None)
    if first is None:
        return 0
    given = list(first)
    rest = {one.column: _default(one, now) for one in model._meta.concrete_fields if _left_out(one, given)}
    columns = ", ".join(f'"{name}"' for name in (*given, *rest))
    tail = "".join(f"\t{_text(value)}" for value in rest.values()) + "\n"
    written = 0
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as sink:
        every = chain([first], found)
        while block := list(islice(every, BLOCK)):
            sink.write("".join("\t".join(map(_text, row.values())) + tail for row in block))
            written += len(block)
    return written


@contextmanager
def unwatched() -> Iterator[None]:
    """Rows come in without triggers and foreign keys; what they would have kept is made anew afterwards."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = origin")


@contextmanager
def unindexed(tables: list[str]) -> Iterator[None]:
    """Rows come in without indexes but those of keys; each index is built once when all rows are there."""
    with connection.cursor() as cursor:
        cursor.execute(INDEXES, {"tables": tables})
        found = cursor.fetchall()
        for drop, _build in found:
            cursor.execute(drop)
    yield
    with connection.cursor() as cursor:
        for _drop, build in found:
            cursor.execute(build)


def _left_out(field: Field[Any, Any], given: list[str]) -> bool:
    return field.column not in given and not field.null and field.get_internal_type() != "BigAutoField"


def _default(field: Field[Any, Any], now: str) -> Any:
    if field.get_internal_type() == "DateTimeField":
        return now
    return field.get_default()


def _text(value: Any) -> str:
    """A value as COPY reads it; our own texts hold no tabs and no line ends."""
    if type(value) is str:
        return value
    if value is None:
        return "\\N"
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False).replace("\\", "\\\\")
    if isinstance(value, list):
        return "{" + ",".join(map(str, value)) + "}"
    return str(value)
