"""Loads the official areas in one go: COPY into a temporary table, then an upsert. Codes that left the list are
retired, never deleted, because records point at them.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.platform.activity import journal

DATA = Path(__file__).parent / "data"
FILES = ("provinces", "regencies", "districts", "villages")
SUBJECT = UUID("6f1d7a34-6f0b-5c55-9d0a-0f5ad0d3c1a1")
"""The list of areas as a whole, the subject of its activity rows."""
CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
MOST_FAULTS = 20


class Row(NamedTuple):
    """One area of the files; the parent of a province is None."""

    code: str
    name: str
    level: int
    parent: str | None


@dataclass(frozen=True)
class Loaded:
    """What a load did: rows in the files per level, and how many rows it added, changed, retired."""

    counts: dict[int, int]
    added: int
    changed: int
    retired: int

    @property
    def untouched(self) -> bool:
        return not (self.added or self.changed or self.retired)


def load_areas(*, on: date, by: UUID | None = None, folder: Path = DATA) -> Loaded:
    """Bring the table in line with the files; a second run with the same files changes nothing."""
    rows = list(read(folder))
    refuse_if(faults(rows))
    with transaction.atomic(), connection.cursor() as cursor:
        _copy(cursor, rows)
        changed = _upsert(cursor)
        retired = _retire(cursor, on)
        levels = Counter(row.level for row in rows)
        loaded = Loaded({level: levels[level] for level in (1, 2, 3, 4)}, *changed, retired)
        if not loaded.untouched:
            cursor.execute("ANALYZE territory_area")  # searches plan badly on a table nobody has counted
            _tell(loaded, by)
    return loaded


def read(folder: Path = DATA) -> Iterator[Row]:
    """The rows of the four files, provinces first."""
    for level, name in enumerate(FILES, start=1):
        for line in csv.reader(_lines(folder, name)):
            if line and line[0] != "code":
                yield Row(line[0].strip(), line[-1].strip(), level, line[1].strip() if level > 1 else None)


def faults(rows: list[Row]) -> Iterator[Problem]:
    """Rows that would break the tree: empty list, odd code or name, unknown parent, code twice."""
    if not rows:
        yield problem("AREAS_002", "file")
    codes = Counter(row.code for row in rows)
    wrong = (row for row in rows if not _sound(row, codes))
    for row, _ in zip(wrong, range(MOST_FAULTS), strict=False):
        yield problem("AREAS_003", row.code, seen=row.code or "-", name=row.name or "-")


def _sound(row: Row, codes: Counter[str]) -> bool:
    shaped = CODE.fullmatch(row.code) is not None and row.code.count(".") == row.level - 1 and bool(row.name)
    rooted = row.parent is None or (row.parent in codes and row.code.rpartition(".")[0] == row.parent)
    return shaped and rooted and codes[row.code] == 1


def _lines(folder: Path, name: str) -> io.StringIO:
    packed, plain = folder / f"{name}.csv.gz", folder / f"{name}.csv"
    if packed.exists():
        return io.StringIO(gzip.decompress(packed.read_bytes()).decode("utf-8-sig"))
    return io.StringIO(plain.read_text("utf-8-sig") if plain.exists() else "")


def _copy(cursor, rows: list[Row]) -> None:  # type: ignore[no-untyped-def]  # Django's cursor has no public type
    cursor.execute("DROP TABLE IF EXISTS pg_temp.incoming_area")
    cursor.execute(
        "CREATE TEMP TABLE incoming_area (code varchar(13), name varchar(120), level smallint, parent_id varchar(13))"
        " ON COMMIT DROP"
    )
    with cursor.copy("COPY incoming_area FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _upsert(cursor) -> tuple[int, int]:  # type: ignore[no-untyped-def]  # as above
    cursor.execute(
        """
        WITH written AS (
            INSERT INTO territory_area AS held (code, name, level, parent_id)
            SELECT code, name, level, parent_id FROM incoming_area ORDER BY level, code
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, retired_on = NULL
            WHERE held.name <> excluded.name OR held.retired_on IS NOT NULL
            RETURNING xmax = 0 AS fresh
        )
        SELECT count(*) FILTER (WHERE fresh), count(*) FILTER (WHERE NOT fresh) FROM written
        """
    )
    added, changed = cursor.fetchone()
    return added, changed


def _retire(cursor, on: date) -> int:  # type: ignore[no-untyped-def]  # as above
    cursor.execute(
        "UPDATE territory_area SET retired_on = %s WHERE retired_on IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM incoming_area i WHERE i.code = territory_area.code)",
        [on],
    )
    return int(cursor.rowcount)


def _tell(loaded: Loaded, by: UUID | None) -> None:
    journal.record(
        "areas.loaded", by=by, subject=SUBJECT, added=loaded.added, changed=loaded.changed, retired=loaded.retired
    )
