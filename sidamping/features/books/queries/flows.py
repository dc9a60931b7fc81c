"""What moved in spans of days, added up by the database: beside cash, by nature of vouchers, both sides of accounts.

One statement each for any number of spans; a reversal counts with what it turns back. Unscoped: the callers have
scoped the book.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.cashflow import CashMoves
from sidamping.domain.ledger.chart import EQUITY, REAL, Chart
from sidamping.domain.ledger.entries import ADJUSTING, CLOSING, OPENING, REVERSING
from sidamping.domain.ledger.equity import EquityMoves
from sidamping.domain.ledger.layouts import IN, OUT
from sidamping.domain.ledger.units import keeps_surplus, within
from sidamping.domain.ledger.worksheet import Worksheet, worksheet_of
from sidamping.features.books.queries.cards import known_accounts

SPANS = "unnest(%(since)s::date[], %(until)s::date[]) WITH ORDINALITY AS s(since, until, at)"
SUMS_AT = """
SELECT d.at, a.code, s.amount FROM unnest(%(days)s::date[]) WITH ORDINALITY AS d(day, at), books_account a, LATERAL (
    SELECT sum(p.amount)::bigint AS amount FROM books_posting p WHERE p.account_id = a.id AND p.day <= d.day
) s WHERE a.book_id = %(book)s AND NOT a.header AND s.amount <> 0
"""
BESIDE_CASH = f"""
WITH moved AS (
    SELECT DISTINCT s.at, p.voucher_id FROM {SPANS} JOIN books_posting p ON p.day BETWEEN s.since AND s.until
    WHERE p.account_id = ANY(%(cash)s)
)
SELECT moved.at, p.account_id, (p.amount < 0) <> (v.nature = %(reversing)s) AS came, sum(-p.amount)::bigint
FROM moved JOIN books_voucher v ON v.id = moved.voucher_id LEFT JOIN books_voucher o ON o.id = v.reverses_id
    JOIN books_posting p ON p.voucher_id = v.id
WHERE coalesce(o.nature, v.nature) <> %(opening)s AND p.account_id <> ALL(%(cash)s) GROUP BY 1, 2, 3
"""
BY_NATURE = f"""
SELECT s.at, coalesce(o.nature, v.nature), p.account_id, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0)::bigint,
    coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)::bigint
FROM {SPANS} JOIN books_voucher v ON v.book_id = %(book)s AND v.day BETWEEN s.since AND s.until
    LEFT JOIN books_voucher o ON o.id = v.reverses_id JOIN books_posting p ON p.voucher_id = v.id
WHERE v.posted AND coalesce(o.nature, v.nature) = ANY(%(natures)s) GROUP BY 1, 2, 3
"""
BOTH_SIDES = """
SELECT p.account_id, coalesce(sum(p.amount) FILTER (WHERE (p.amount > 0) <> turned), 0)::bigint,
    coalesce(-sum(p.amount) FILTER (WHERE (p.amount < 0) <> turned), 0)::bigint
FROM books_posting p JOIN books_voucher v ON v.id = p.voucher_id LEFT JOIN books_voucher o ON o.id = v.reverses_id,
    LATERAL (SELECT coalesce(o.day >= %(since)s, false) AS turned) t
WHERE p.account_id = ANY(%(accounts)s) AND p.day BETWEEN %(since)s AND %(until)s
    AND coalesce(o.nature, v.nature) <> %(opening)s
GROUP BY 1
"""
"""Both sides of accounts without openings. A reversal lessens what it turns back where both lie in the span; what was
posted before it is taken, not added the less."""
MONTHLY = """
SELECT p.account_id, extract(month FROM p.day)::int, (p.amount < 0) <> (v.nature = %(reversing)s),
    sum(-p.amount)::bigint
FROM books_posting p JOIN books_voucher v ON v.id = p.voucher_id LEFT JOIN books_voucher o ON o.id = v.reverses_id
WHERE p.account_id = ANY(%(accounts)s) AND p.day BETWEEN %(since)s AND %(until)s
    AND coalesce(o.nature, v.nature) <> ALL(%(left_out)s)
GROUP BY 1, 2, 3
"""
Sides = Mapping[str, tuple[int, int]]
Days = tuple[date, date]


@dataclass(frozen=True)
class Span:
    """Two days with the balances before the first and at the last, and both sides of entries of special nature."""

    since: date
    until: date
    before: Mapping[str, int]
    at: Mapping[str, int]
    special: Mapping[str, Sides]

    def without(self, *natures: str) -> dict[str, int]:
        """The movement of each account, entries of these natures left out."""
        found = {code: self.at.get(code, 0) - self.before.get(code, 0) for code in {*self.at, *self.before}}
        for nature in natures:
            for code, (debit, credit) in self.special.get(nature, {}).items():
                found[code] = found.get(code, 0) - debit + credit
        return {code: amount for code, amount in found.items() if amount}

    def of(self, chart: Chart) -> Span:
        """The same span, seen by the accounts of a chart alone, such as those of one unit."""
        special = {nature: within(chart, sides) for nature, sides in self.special.items()}
        return replace(self, before=within(chart, self.before), at=within(chart, self.at), special=special)

    @property
    def opened(self) -> dict[str, int]:
        """The balances before, opening entries of the span included."""
        found = dict(self.before)
        for code, (debit, credit) in self.special.get(OPENING, {}).items():
            found[code] = found.get(code, 0) + debit - credit
        return found


def sums_at(book_id: UUID, days: Sequence[date]) -> list[dict[str, int]]:
    """The signed balance by account at the end of each day."""
    found: list[dict[str, int]] = [{} for _ in days]
    for at, code, amount in _rows(SUMS_AT, {"book": book_id, "days": list(days)}):
        found[at - 1][code] = amount
    return found


def spans(book_id: UUID, days: Sequence[Days]) -> list[Span]:
    """Spans of days with their balances."""
    ends = [end for since, until in days for end in (since - timedelta(days=1), until)]
    sums, special = sums_at(book_id, ends), _by_nature(book_id, days)
    return [
        Span(since, until, sums[2 * at], sums[2 * at + 1], special[at]) for at, (since, until) in enumerate(days)
    ]


def cash_moves(book_id: UUID, found: Sequence[Span], seen: Chart | None = None) -> list[CashMoves]:
    """The cash of each span with what stood beside it; opening entries of the span count as what there was.

    `seen` leaves out accounts that it does not hold, as the spans do.
    """
    whole, keys = known_accounts(book_id)
    chart = seen or whole
    codes = {key: code for code, key in keys.items()}
    cash = [keys[code] for code, one in chart.accounts.items() if one.cash and not one.header]
    beside: list[dict[tuple[str, str], int]] = [{} for _ in found]
    asked = {**_days([(one.since, one.until) for one in found]), "cash": cash, "reversing": REVERSING,
             "opening": OPENING}  # fmt: skip
    for at, account, came, amount in _rows(BESIDE_CASH, asked):
        if codes[account] in chart.accounts:
            beside[at - 1][codes[account], IN if came else OUT] = amount if came else -amount
    return [
        CashMoves(_cash(chart, one.opened), beside[at], _cash(chart, one.at)) for at, one in enumerate(found)
    ]


def equity_moves(book_id: UUID, span: Span, chart: Chart) -> EquityMoves:
    """What the statement of changes in equity is made of, by the accounts of a chart, as the span is."""
    _, keys = known_accounts(book_id)
    own = {keys[one.code]: one.code for one in chart.of(EQUITY) if not one.header}
    with connection.cursor() as cursor:
        asked: dict[str, Any] = {"accounts": list(own), "since": span.since, "until": span.until, "opening": OPENING}
        cursor.execute(BOTH_SIDES, asked)
        sides = {own[account]: (debit, credit) for account, debit, credit in cursor.fetchall()}
    closed = sum(debit - credit for debit, credit in _nominal(chart, span.special.get(CLOSING, {})).values())
    earned = -sum(_nominal(chart, span.without(OPENING, CLOSING)).values())
    return EquityMoves(span.opened, sides, earned, closed)


def worksheet(chart: Chart, span: Span) -> Worksheet:
    """The worksheet of a year up to a day; what closed the year is not part of it."""
    trial = dict(span.at)
    carried = _nominal(chart, span.before)
    kept = keeps_surplus(chart).code
    for code, amount in carried.items():  # an earlier year that is not closed yet is no income of this one
        trial[code] = trial.get(code, 0) - amount
        trial[kept] = trial.get(kept, 0) + amount
    for nature in (ADJUSTING, CLOSING):
        for code, (debit, credit) in span.special.get(nature, {}).items():
            trial[code] = trial.get(code, 0) - debit + credit
    return worksheet_of(chart, trial, span.special.get(ADJUSTING, {}))


def monthly(book_id: UUID, year: int, accounts: Sequence[str]) -> dict[tuple[str, int, str], int]:
    """Account, month and direction to what moved in a year, without opening and closing entries."""
    _, keys = known_accounts(book_id)
    codes = {keys[code]: code for code in accounts if code in keys}
    asked = {"accounts": list(codes), "since": date(year, 1, 1), "until": date(year, 12, 31), "reversing": REVERSING,
             "left_out": [OPENING, CLOSING]}  # fmt: skip
    return {
        (codes[account], month, IN if came else OUT): amount if came else -amount
        for account, month, came, amount in _rows(MONTHLY, asked)
    }


def _by_nature(book_id: UUID, days: Sequence[Days]) -> list[dict[str, dict[str, tuple[int, int]]]]:
    """Debits and credits of accounts in opening, adjusting and closing entries of each span and their reversals."""
    _, keys = known_accounts(book_id)
    codes = {key: code for code, key in keys.items()}
    found: list[dict[str, dict[str, tuple[int, int]]]] = [{} for _ in days]
    asked = {**_days(days), "book": book_id, "natures": [OPENING, ADJUSTING, CLOSING]}
    for at, nature, account, debit, credit in _rows(BY_NATURE, asked):
        found[at - 1].setdefault(nature, {})[codes[account]] = debit, credit
    return found


def _nominal(chart: Chart, found: Mapping[str, Any]) -> dict[str, Any]:
    """Only accounts of income and expense."""
    return {code: value for code, value in found.items() if chart.accounts[code].group not in REAL}


def _cash(chart: Chart, held: Mapping[str, int]) -> int:
    return sum(amount for code, amount in held.items() if chart.accounts[code].cash)


def _days(days: Sequence[Days]) -> dict[str, list[date]]:
    return {"since": [since for since, _ in days], "until": [until for _, until in days]}


def _rows(sql: str, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return list(cursor.fetchall())
