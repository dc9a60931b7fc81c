"""Writes rows the way PostgreSQL takes them in the fastest; triggers and constraints hold as for any other write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from sidamping.features.books.models import Voucher

VOUCHERS = "id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted"


def write_drafts(rows: Iterable[Voucher]) -> None:
    """New vouchers as drafts."""
    _copy("books_voucher", VOUCHERS, [
        (row.pk, row.book_id, row.kind, row.nature, row.day, row.text, json.dumps(row.lines, ensure_ascii=False),
         row.revised, row.made_by_id, row.made_at, False)
        for row in rows
    ])  # fmt: skip


def _copy(table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    """The rows are ready: nothing else may be asked of the connection while a copy runs."""
    told = connection.wrap_database_errors
    with told, connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
