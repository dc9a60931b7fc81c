"""What moved in a span, added up by the database: beside cash, by nature of the vouchers, and both sides of accounts.

Unscoped: the callers have scoped the book.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.cashflow import CashMoves
from sidamping.domain.ledger.chart import EQUITY, REAL
from sidamping.domain.ledger.closing import UNDISTRIBUTED
from sidamping.domain.ledger.entries import ADJUSTING, CLOSING, OPENING, REVERSING
from sidamping.domain.ledger.equity import EquityMoves
from sidamping.domain.ledger.layouts import IN, OUT
from sidamping.domain.ledger.worksheet import Worksheet, worksheet_of
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import known_accounts

BESIDE_CASH = """
WITH moved AS (
    SELECT DISTINCT voucher_id FROM books_posting WHERE account_id = ANY(%(cash)s) AND day BETWEEN %(since)s AND %(until)s
)
SELECT p.account_id, (p.amount < 0) <> (v.nature = %(reversing)s) AS came, sum(-p.amount)::bigint
FROM moved JOIN books_voucher v ON v.id = moved.voucher_id JOIN books_posting p ON p.voucher_id = v.id
WHERE v.nature <> %(opening)s AND p.account_id <> ALL(%(cash)s) GROUP BY 1, 2
"""
BY_NATURE = """
SELECT v.nature, p.account_id, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0)::bigint,
    coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)::bigint
FROM books_voucher v JOIN books_posting p ON p.voucher_id = v.id
WHERE v.book_id = %s AND v.posted AND v.nature = ANY(%s) AND v.day BETWEEN %s AND %s GROUP BY 1, 2
"""
BOTH_SIDES = """
SELECT account_id, coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::bigint,
    coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::bigint
FROM books_posting WHERE account_id = ANY(%s) AND day BETWEEN %s AND %s GROUP BY 1
"""
Sides = Mapping[str, tuple[int, int]]


def cash_moves(book_id: UUID, since: date, until: date) -> CashMoves:
    """The cash of a span with what stood beside it; opening entries of the span count as what there was."""
    chart, keys = known_accounts(book_id)
    codes = {key: code for code, key in keys.items()}
    cash = [keys[code] for code, one in chart.accounts.items() if one.cash and not one.header]
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(BESIDE_CASH, {"cash": cash, "since": since, "until": until, "reversing": REVERSING,
                                     "opening": OPENING})  # fmt: skip
        for account, came, amount in cursor.fetchall():
            found[codes[account], IN if came else OUT] = amount if came else -amount
    carried, _ = opened(book_id, since, until)
    return CashMoves(_cash(book_id, carried), found, _cash(book_id, sums(book_id, until)))


def opened(book_id: UUID, since: date, until: date) -> tuple[dict[str, int], dict[str, dict[str, tuple[int, int]]]]:
    """The balances before a span with its opening entries, and both sides of accounts by special nature."""
    found = by_nature(book_id, since, until)
    before = dict(sums(book_id, since - timedelta(days=1)))
    for code, (debit, credit) in found.get(OPENING, {}).items():
        before[code] = before.get(code, 0) + debit - credit
    return before, found


def moved(book_id: UUID, since: date, until: date) -> dict[str, int]:
    """The movement of each account in a span, without opening and closing entries."""
    found = dict(sums(book_id, until, since))
    special = by_nature(book_id, since, until)
    for nature in (OPENING, CLOSING):
        for code, (debit, credit) in special.get(nature, {}).items():
            found[code] = found.get(code, 0) - debit + credit
    return {code: amount for code, amount in found.items() if amount}


def equity_moves(book_id: UUID, since: date, until: date) -> EquityMoves:
    """What the statement of changes in equity is made of."""
    chart, keys = known_accounts(book_id)
    own = {keys[one.code]: one.code for one in chart.of(EQUITY) if not one.header}
    before, special = opened(book_id, since, until)
    with connection.cursor() as cursor:
        cursor.execute(BOTH_SIDES, [list(own), since, until])
        sides = {own[account]: (debit, credit) for account, debit, credit in cursor.fetchall()}
    for code, (debit, credit) in special.get(OPENING, {}).items():
        if code in sides:
            sides[code] = sides[code][0] - debit, sides[code][1] - credit
    nominal = {code for code, one in chart.accounts.items() if one.group not in REAL}
    closing = special.get(CLOSING, {})
    closed = sum(debit - credit for code, (debit, credit) in closing.items() if code in nominal)
    earned = -sum(amount for code, amount in moved(book_id, since, until).items() if code in nominal)
    return EquityMoves(before, sides, earned, closed)


def worksheet(book_id: UUID, since: date, until: date) -> Worksheet:
    """The worksheet of a year up to a day; what closed the year is not part of it."""
    chart, _ = known_accounts(book_id)
    special = by_nature(book_id, since, until)
    trial = dict(sums(book_id, until))
    carried = {code: amount for code, amount in sums(book_id, since - timedelta(days=1)).items()
               if chart.accounts[code].group not in REAL}
    for code, amount in carried.items():  # an earlier year that is not closed yet is no income of this one
        trial[code] = trial.get(code, 0) - amount
    kept = chart.role(UNDISTRIBUTED).code
    trial[kept] = trial.get(kept, 0) + sum(carried.values())
    for nature in (ADJUSTING, CLOSING):
        for code, (debit, credit) in special.get(nature, {}).items():
            trial[code] = trial.get(code, 0) - debit + credit
    return worksheet_of(chart, trial, special.get(ADJUSTING, {}))


def by_nature(book_id: UUID, since: date, until: date) -> dict[str, dict[str, tuple[int, int]]]:
    """Debits and credits of accounts in opening, adjusting and closing entries."""
    _, keys = known_accounts(book_id)
    codes = {key: code for code, key in keys.items()}
    found: dict[str, dict[str, tuple[int, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(BY_NATURE, [book_id, [OPENING, ADJUSTING, CLOSING], since, until])
        for nature, account, debit, credit in cursor.fetchall():
            found.setdefault(nature, {})[codes[account]] = debit, credit
    return found


def _cash(book_id: UUID, held: Mapping[str, int]) -> int:
    chart, _ = known_accounts(book_id)
    return sum(amount for code, amount in held.items() if chart.accounts[code].cash)
