"""Writes rows the way PostgreSQL takes them in the fastest; triggers and constraints hold as for any other write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from sidamping.features.books.models import Voucher
from sidamping.features.books.services.judging import Judge

VOUCHERS = "id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted"
POSTINGS = "voucher_id, ordinal, account_id, member_id, day, amount, note, posted"


def write_drafts(rows: Iterable[Voucher]) -> None:
    """New vouchers as drafts."""
    _copy("books_voucher", VOUCHERS, [
        (row.pk, row.book_id, row.kind, row.nature, row.day, row.text, json.dumps(row.lines, ensure_ascii=False),
         row.revised, row.made_by_id, row.made_at, False)
        for row in rows
    ])  # fmt: skip


def write_postings(judge: Judge, rows: Iterable[Voucher]) -> None:
    """The postings of faultless vouchers, which are posted in the same transaction or not committed at all."""
    _copy("books_posting", POSTINGS, [
        (row.pk, at, judge.accounts[line["account"]], line["member"] or None, row.day, line["amount"], line["note"],
         True)
        for row in rows for at, line in enumerate(row.lines, 1)
    ])  # fmt: skip


def _copy(table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    """The rows are ready: nothing else may be asked of the connection while a copy runs."""
    told = connection.wrap_database_errors
    with told, connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
