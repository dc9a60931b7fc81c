"""Statements with a column for each unit, one for what goes out between them, and one for the whole (books.md 8.9).

Unscoped: queries.statements has scoped the book.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.cashflow import CashMoves, Flows
from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import OPENING, REVERSING
from sidamping.domain.ledger.layouts import IN, OUT
from sidamping.domain.ledger.reports import balance_report, cash_report, surplus_report, unit_trial_report
from sidamping.domain.ledger.sheets import Column, Sheet
from sidamping.domain.ledger.units import HEAD, TOGETHER, beside, gone, only, uncancelled, within
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.queries import flows
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.asking import Ask
from sidamping.features.books.queries.cards import known_accounts
from sidamping.features.books.queries.reading import earned

BESIDE_CASH = """
WITH moved AS (
    SELECT DISTINCT a.unit, p.voucher_id FROM books_account a JOIN books_posting p ON p.account_id = a.id
    WHERE a.book_id = %(book)s AND a.cash AND p.day BETWEEN %(since)s AND %(until)s
), seen AS (SELECT unit, voucher_id FROM moved UNION ALL SELECT DISTINCT NULL, voucher_id FROM moved)
SELECT seen.unit, a.code, (p.amount < 0) <> (v.nature = %(reversing)s) AS came, sum(-p.amount)::bigint
FROM seen JOIN books_voucher v ON v.id = seen.voucher_id LEFT JOIN books_voucher o ON o.id = v.reverses_id
    JOIN books_posting p ON p.voucher_id = v.id JOIN books_account a ON a.id = p.account_id
WHERE (a.unit = seen.unit OR seen.unit IS NULL AND a.pair = '') AND coalesce(o.nature, v.nature) <> %(opening)s
    AND NOT a.cash
GROUP BY 1, 2, 3
"""
"""By unit what stood beside its cash among its own accounts, and without a unit what stood beside all cash."""


def columns(chart: Chart) -> tuple[Column, ...]:
    """The cooperative, its units, what goes out, and the whole."""
    units = (Column(one, one) for one in chart.units)
    return Column("Induk", "Cooperative"), *units, Column("Eliminasi", "Eliminations"), TOGETHER


def _balance(book_id: UUID, ask: Ask, chart: Chart) -> Sheet:
    held = sums(book_id, ask.at)
    made = balance_report(ask.layout, chart, beside(chart, held), columns(chart))
    return replace(made, faults=(*made.faults, *left(chart, held)))


def _surplus(book_id: UUID, ask: Ask, chart: Chart) -> Sheet:
    return surplus_report(ask.layout, chart, beside(chart, earned(book_id, ask.at)[0]), columns(chart))


def _trial(book_id: UUID, ask: Ask, chart: Chart) -> Sheet:
    return unit_trial_report(chart, beside(chart, sums(book_id, ask.at)), columns(chart))


def _cash(book_id: UUID, ask: Ask, chart: Chart) -> Sheet:
    span, moved = flows.spans(book_id, ask.spans[:1])[0], _beside_cash(book_id, ask)
    *parts, together = (
        CashMoves(_cash_of(only(chart, unit), span.opened), moved.get(unit, {}), _cash_of(only(chart, unit), span.at))
        for unit in (HEAD, *chart.units, None)
    )
    out = CashMoves(0, gone([one.flows for one in parts], together.flows), 0)
    return cash_report(ask.cash, chart, [*parts, out, together], columns(chart))


BESIDE: Mapping[str, Callable[[UUID, Ask, Chart], Sheet]] = {
    "neraca": _balance, "phu": _surplus, "arus-kas": _cash, "neraca-saldo": _trial,
}
"""The statements that have such columns."""


def consolidated(book_id: UUID, name: str, ask: Ask) -> tuple[Sheet, ...]:
    """The statement with its columns."""
    return (BESIDE[name](book_id, ask, known_accounts(book_id)[0]),)


def left(chart: Chart, amounts: Balances) -> tuple[Problem, ...]:
    """A fault for each pair of accounts between units that leaves something in the whole."""
    return tuple(
        problem("UNITS_006", name, unit=name.partition(".")[0], apart=rupiah(abs(amount)))
        for name, amount in sorted(uncancelled(chart, amounts).items())
    )


def _beside_cash(book_id: UUID, ask: Ask) -> dict[str | None, Flows]:
    """What stood beside the cash of each unit, and of all of them together."""
    found: dict[str | None, dict[tuple[str, str], int]] = {}
    asked: dict[str, Any] = {"book": book_id, "since": ask.since, "until": ask.at, "reversing": REVERSING,
                             "opening": OPENING}  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(BESIDE_CASH, asked)
        for unit, code, came, amount in cursor.fetchall():
            found.setdefault(unit, {})[code, IN if came else OUT] = amount if came else -amount
    return dict(found)


def _cash_of(chart: Chart, held: Balances) -> int:
    return sum(amount for code, amount in within(chart, held).items() if chart.accounts[code].cash)
