"""A layout filled in as a workbook, as CSV or as JSON, each row as it comes; and what its columns mean."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sidamping.domain.portals import CODE, DAY, MONEY, NUMBER, Row, Value
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table
from sidamping.rules.portals import Portal

KINDS = {CODE: Kind.CODE, DAY: Kind.DATE, NUMBER: Kind.NUMBER, MONEY: Kind.MONEY}
TYPES = {DAY: "date", NUMBER: "integer", MONEY: "integer"}
"""Types as a data package names them; everything else is a string."""
RECKONED = ("=", "+", "-", "@", "\t", "\r")


def columns_of(portal: Portal) -> tuple[Column, ...]:
    """The columns of the sheet under the headings of the other system; only what rows are matched by must be there."""
    return tuple(
        Column(one.key, one.label.id, KINDS.get(one.kind, Kind.TEXT), 20, required=one.key in portal.keys[:1],
               hint=one.meaning.id)
        for one in portal.columns
    )  # fmt: skip


def tables(portal: Portal, rows: Iterable[Row]) -> tuple[Table, Table]:
    """The rows under their headings alone, as the other system reads them, and a sheet with the meanings."""
    heads = ("Kolom", "Jenis", "Arti", "Rujukan kode", "Kode Satu Data")
    filled = ([row.values[one.key] for one in portal.columns] for row in rows)
    meant = [(one.label.id, one.kind, one.meaning.id, one.reference, one.satu_data) for one in portal.columns]
    return (
        Table(portal.system, columns_of(portal), filled),
        Table("Kamus data", [Column(head, head, width=30) for head in heads], meant),
    )


def csv_lines(portal: Portal, rows: Iterable[Row]) -> Iterator[str]:
    """The same rows as text: days as YYYY-MM-DD, amounts as whole numbers, nothing where nothing is told."""
    yield _line([one.label.id for one in portal.columns])
    for row in rows:
        yield _line([_plain(row.values[one.key]) for one in portal.columns])


def json_lines(portal: Portal, rows: Iterable[Row], on: date) -> Iterator[str]:
    """One JSON text with the layout, what its columns mean, and the rows."""
    head = json.dumps(dictionary(portal, on), ensure_ascii=False)
    yield f'{{"layout": {head}, "rows": ['
    for place, row in enumerate(rows):
        yield f"{',' if place else ''}\n{json.dumps(plain(row), ensure_ascii=False)}"
    yield "\n]}\n"


def dictionary(portal: Portal, on: date) -> dict[str, Any]:
    """The layout as a data resource (frictionlessdata.io), with the codes of Satu Data where they are given."""
    return {
        "name": portal.name, "title": portal.title.id, "system": portal.system, "version": portal.version,
        "sha256": portal.sha256, "status": portal.status, "source": portal.cite, "created": on.isoformat(),
        "satu_data": portal.satu_data or None,
        "schema": {
            "primaryKey": list(portal.keys),
            "fields": [
                {"name": one.key, "title": one.label.id, "type": TYPES.get(one.kind, "string"),
                 "description": one.meaning.id, "by_hand": not one.fact, "reference": one.reference or None,
                 "satu_data": one.satu_data or None}
                for one in portal.columns
            ],
        },
    }  # fmt: skip


def plain(row: Row) -> dict[str, str | int | None]:
    """The values of a row as JSON writes them; null where nothing is told."""
    return {key: value.isoformat() if isinstance(value, date) else None if value == "" else value
            for key, value in row.values.items()}  # fmt: skip


def _plain(value: Value) -> str:
    """As CSV writes it; a word that a spreadsheet would reckon with stays a word."""
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RECKONED) else text


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
