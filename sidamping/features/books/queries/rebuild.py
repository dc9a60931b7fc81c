"""Adds a book up again from its postings and compares what closing kept: a changed past becomes visible."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.entries import Entry
from sidamping.domain.money import rupiah
from sidamping.domain.periods import Month
from sidamping.features.books.models import Period
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.entries import posted_entries
from sidamping.features.books.queries.lines import Fault
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer

UNBALANCED = """
SELECT v.kind || '-' || extract(year FROM v.day) || '-' || v.number, sum(p.amount)::bigint, count(p.id)
FROM books_voucher v LEFT JOIN books_posting p ON p.voucher_id = v.id WHERE v.book_id = %s AND v.posted
GROUP BY v.id HAVING count(p.id) < 2 OR sum(p.amount) <> 0
"""
GAPS = """
SELECT s.kind || '-' || s.year, s.last, count(v.id), coalesce(max(v.number), 0) FROM books_series s
    LEFT JOIN books_voucher v ON v.book_id = s.book_id AND v.kind = s.kind AND extract(year FROM v.day) = s.year
        AND v.posted
WHERE s.book_id = %s GROUP BY s.id HAVING count(v.id) <> s.last OR coalesce(max(v.number), 0) <> s.last
"""
HALF = """
SELECT v.id::text, count(p.id) FROM books_voucher v JOIN books_posting p ON p.voucher_id = v.id
WHERE v.book_id = %s AND NOT v.posted GROUP BY v.id
"""


def rebuilt(viewer: Viewer, book_id: UUID) -> tuple[Fault, ...] | None:
    """Everything in the book that does not add up; empty when all is sound, None for a stranger."""
    if not readable(viewer).filter(pk=book_id).exists():
        return None
    return (*_entries(book_id), *_months(book_id))


def digest(entries: Iterable[Entry], balances: dict[str, int], before: str) -> str:
    """The hash of a month: every entry of it, the balances at its end, and the digest of the month before."""
    found = sha256(before.encode())
    for one in entries:
        lines = [[line.account, line.amount, line.member, line.note] for line in one.lines]
        found.update(_plain([one.number, one.day.isoformat(), one.text, one.kind, one.reverses, lines]))
    found.update(_plain(balances))
    return found.hexdigest()


def _plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _months(book_id: UUID) -> Iterator[Fault]:
    before = ""
    for row in Period.objects.filter(book_id=book_id, closed_at__isnull=False).order_by("month"):
        month = Month.of(row.month)
        found = sums(book_id, month.end)
        kept: dict[str, int] = row.balances or {}
        for code in sorted({*found, *kept}):
            if kept.get(code, 0) != found.get(code, 0):
                yield Fault("balance", f"{month} {code}", rupiah(kept.get(code, 0)), rupiah(found.get(code, 0)))
        again = digest(posted_entries(book_id, month.start, month.end), found, before)
        if again != row.digest:
            yield Fault("digest", str(month), row.digest, again)
        before = row.digest


def _entries(book_id: UUID) -> Iterator[Fault]:
    with connection.cursor() as cursor:
        cursor.execute(UNBALANCED, [book_id])
        for number, apart, count in cursor.fetchall():
            yield Fault("unbalanced", number, rupiah(0), f"{rupiah(apart or 0)} / {count}")
        cursor.execute(GAPS, [book_id])
        for series, last, count, most in cursor.fetchall():
            yield Fault("numbers", series, str(last), f"{count} / {most}")
        cursor.execute(HALF, [book_id])
        for id, count in cursor.fetchall():
            yield Fault("half-written", id, "0", str(count))
