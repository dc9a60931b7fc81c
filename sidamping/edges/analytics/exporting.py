"""Writes the subjects as Parquet, one file for each subject and month, with a data package that describes them.

Rows pass through in blocks, so memory stays the same for a thousand rows and for ten million.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby, islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sidamping import __version__
from sidamping.domain.periods import Month
from sidamping.edges.analytics.extras import need
from sidamping.edges.analytics.subjects import DAY, NUMBER, SUBJECTS, TEXT, YES, Subject

BLOCK = 20_000
DICTIONARY = "datapackage.json"


def export(folder: Path, on: date) -> dict[str, int]:
    """Every subject into the folder; months that stood there are written anew. Returns rows by subject.

    Refused without the extra before any file is touched.
    """
    need("pyarrow", "analytics")
    written = {one.name: _subject(folder / one.name, one) for one in SUBJECTS}
    told = json.dumps(dictionary(folder, on, written), ensure_ascii=False, indent=2)
    (folder / DICTIONARY).write_text(told + "\n", encoding="utf-8")
    return written


def files_of(folder: Path, subject: str) -> list[Path]:
    """The files of a subject, oldest month first."""
    return sorted((folder / subject).glob(f"*/{subject}.parquet"))


def dictionary(folder: Path, on: date, written: dict[str, int]) -> dict[str, Any]:
    """The data package: subjects, their files, and what each column means (frictionlessdata.io)."""
    return {
        "name": "sidamping", "version": __version__, "created": on.isoformat(),
        "resources": [
            {
                "name": one.name, "title": one.title, "format": "parquet", "rows": written[one.name],
                "path": [str(file.relative_to(folder)) for file in files_of(folder, one.name)],
                "schema": {"fields": [
                    {"name": column.name, "type": column.type, "description": column.meaning} for column in one.columns
                ]},
            }
            for one in SUBJECTS
        ],
    }  # fmt: skip


def _subject(folder: Path, one: Subject) -> int:
    for old in folder.glob("*/*.parquet"):
        old.unlink()
    place = [column.name for column in one.columns].index(one.day)
    with closing(_rows(one)) as rows:
        months = groupby(rows, key=lambda row: Month.of(row[place]))
        return sum(_month(folder / str(month), one, own) for month, own in months)


def _rows(one: Subject) -> Generator[tuple[Any, ...], None, None]:
    yield from one.rows().values_list(*(column.source or column.name for column in one.columns)).iterator(BLOCK)


def _month(folder: Path, one: Subject, rows: Iterator[tuple[Any, ...]]) -> int:
    arrow, parquet = need("pyarrow", "analytics"), need("pyarrow.parquet", "analytics")
    types = {TEXT: arrow.string(), DAY: arrow.date32(), NUMBER: arrow.int64(), YES: arrow.bool_()}
    schema = arrow.schema([(column.name, types[column.type]) for column in one.columns])
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with parquet.ParquetWriter(folder / f"{one.name}.parquet", schema, compression="zstd") as file:
        while block := list(islice(rows, BLOCK)):
            columns = ([_plain(row[at]) for row in block] for at in range(len(one.columns)))
            arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            file.write_batch(arrow.record_batch(arrays, schema=schema))
            written += len(block)
    return written


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
