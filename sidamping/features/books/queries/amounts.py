"""Balances at any day, added up by the database from postings and nothing else: one statement each.

Only postings of posted vouchers exist, so none of these looks at a draft. The months of a book are never asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.balances import TrialBalance
from sidamping.domain.ledger.balances import trial_balance as trial_balance_of
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer

SUMS = """
SELECT a.code, s.amount FROM books_account a, LATERAL (
    SELECT sum(p.amount)::bigint AS amount FROM books_posting p
    WHERE p.account_id = a.id AND p.day <= %(until)s AND (%(since)s::date IS NULL OR p.day >= %(since)s)
) s WHERE a.book_id = %(book)s AND NOT a.header AND s.amount <> 0
"""


def balances(viewer: Viewer, book_id: UUID, at: date, since: date | None = None) -> Mapping[str, int] | None:
    """The signed balance by account at the end of a day, of all lines or of those since a day; None for a stranger."""
    return sums(book_id, at, since) if _reads(viewer, book_id) else None


def trial_balance(viewer: Viewer, book_id: UUID, at: date) -> TrialBalance | None:
    """All accounts with a balance at the end of a day, debit and credit apart; None for a stranger."""
    return trial_balance_of(chart_of_book(book_id), sums(book_id, at)) if _reads(viewer, book_id) else None


def sums(book_id: UUID, until: date, since: date | None = None) -> dict[str, int]:
    """The signed balance by account; the caller has scoped the book."""
    with connection.cursor() as cursor:
        cursor.execute(SUMS, {"book": book_id, "until": until, "since": since})
        return dict(cursor.fetchall())


def _reads(viewer: Viewer, book_id: UUID) -> bool:
    return readable(viewer).filter(pk=book_id).exists()
