"""Posted vouchers as the entries that the domain reckons with, in order of day and number, read as a stream.

Unscoped: for the operator's own commands, and for callers that have scoped the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.entries import Entry, Line
from sidamping.features.books.models import Book
from sidamping.features.books.queries.calling import Calling, called
from sidamping.features.books.queries.numbers import written

CHUNK = 5000
ROWS = """
SELECT v.id, v.kind, v.number, v.day, v.text, v.nature, o.kind, o.number, o.day, a.code, p.amount, p.member_id, p.note
FROM books_voucher v JOIN books_posting p ON p.voucher_id = v.id JOIN books_account a ON a.id = p.account_id
    LEFT JOIN books_voucher o ON o.id = v.reverses_id
WHERE v.book_id = %s AND v.posted AND v.day BETWEEN %s AND %s ORDER BY v.day, v.kind, v.number, p.ordinal
"""


def posted_entries(book_id: UUID, since: date = date.min, until: date = date.max) -> Iterator[Entry]:
    """Every posted voucher between two days, both included."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [book_id, since, until])
        for _, rows in groupby(_stream(cursor), key=lambda row: row[0]):
            yield _entry(list(rows))


def entries_on(book_id: UUID, account: str, since: date, until: date, *, by_name: bool) -> tuple[Entry, ...]:
    """Those that move an account; without the names of their members before readers who do not see them."""
    found = [one for one in posted_entries(book_id, since, until) if any(line.account == account for line in one.lines)]
    if by_name:
        return tuple(found)
    told = called(book_id, ([vars(line) for line in one.lines] for one in found), by_name=False)
    return tuple(_told(one, told) for one in found)


def is_book(book_id: UUID) -> bool:
    """Whether there is such a book."""
    return Book.objects.filter(pk=book_id).exists()


def _told(one: Entry, told: Calling) -> Entry:
    seen = [vars(line) for line in one.lines]
    lines = tuple(replace(line, note=told.text(line.note, seen)) for line in one.lines)
    return replace(one, text=told.text(one.text, seen), lines=lines)


def _stream(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(CHUNK):
        yield from rows


def _entry(rows: list[tuple[Any, ...]]) -> Entry:
    _, kind, number, day, text, nature, *original = rows[0][:9]
    lines = tuple(Line(code, amount, str(member or ""), note) for *_, code, amount, member, note in rows)
    reverses = written(original[0], original[2], original[1]) if original[0] else ""
    return Entry(written(kind, day, number), day, text, lines, nature, reverses)
