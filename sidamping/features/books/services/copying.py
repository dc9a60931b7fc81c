"""Writes drafts the way PostgreSQL takes them in the fastest; triggers and constraints hold as for any other write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from sidamping.features.books.queries.cards import stored
from sidamping.features.books.services.drafting import VoucherDraft

COPY = """
COPY books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted) FROM STDIN
"""
ONCE, UNPOSTED = 1, False
"""What the columns `revised` and `posted` hold of a new draft."""


def write_drafts(
    book: UUID, drafts: Iterable[tuple[UUID, VoucherDraft]], by: UUID, now: datetime
) -> None:
    """New vouchers as drafts. Nothing else may be asked of the connection while a copy runs."""
    as_json = json.JSONEncoder(ensure_ascii=False).encode
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for id, one in drafts:
            lines = as_json(stored(one.lines))
            copy.write_row((id, book, one.kind, one.nature, one.day, one.text, lines, ONCE, by, now, UNPOSTED))
