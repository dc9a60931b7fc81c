"""Books as people read them: the cash book by day, and the statements of a day beside those of the year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.db.models import Q, Sum

from sidamping.domain.ledger.chart import REAL, Account
from sidamping.domain.ledger.plain import purses
from sidamping.domain.ledger.statements import BalanceSheet, Surplus, balance_sheet
from sidamping.domain.ledger.statements import surplus as surplus_of
from sidamping.features.books.models import Posting, Voucher
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book, known_accounts
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer

CLOSED_BY = """
SELECT a.code, sum(p.amount)::bigint FROM books_voucher v JOIN books_posting p ON p.voucher_id = v.id
    JOIN books_account a ON a.id = p.account_id
WHERE v.book_id = %s AND v.nature = 'closing' AND v.posted AND v.day BETWEEN %s AND %s GROUP BY a.code
"""
MOST_LINES = 1000


@dataclass(frozen=True)
class CashLine:
    """Money in or out of one purse on a day, with what all purses hold afterwards."""

    voucher_id: UUID
    number: str
    day: date
    text: str
    purse: str
    came: int
    went: int
    balance: int


@dataclass(frozen=True)
class CashBook:
    """The purses between two days; `more` when the lines were cut."""

    opening: int
    lines: tuple[CashLine, ...]
    more: bool

    @property
    def came(self) -> int:
        return sum(one.came for one in self.lines)

    @property
    def went(self) -> int:
        return sum(one.went for one in self.lines)

    @property
    def closing(self) -> int:
        return self.opening + self.came - self.went

    @property
    def days(self) -> list[tuple[date, list[CashLine]]]:
        return [(day, list(lines)) for day, lines in groupby(self.lines, key=lambda one: one.day)]


@dataclass(frozen=True)
class Statements:
    """Balance sheet and PHU of a day; each with its like of a year before (the last day of the year before)."""

    at: date
    before: date
    balance: BalanceSheet
    balance_before: BalanceSheet
    surplus: Surplus
    surplus_before: Surplus


def cash_book(viewer: Viewer, book_id: UUID, since: date, until: date) -> CashBook | None:
    """Every movement of the purses between two days, both included; None for a stranger."""
    if not readable(viewer).filter(pk=book_id).exists():
        return None
    whole, keys = known_accounts(book_id)
    names = {keys[one.code]: one.code for one in purses(whole)}
    own = Posting.objects.filter(account_id__in=names)
    rows = list(own.filter(day__range=(since, until)).select_related("voucher").order_by("day", "id")[: MOST_LINES + 1])
    balance = opening = _held(book_id, purses(whole), since)
    found = []
    for row in rows[:MOST_LINES]:
        balance += row.amount
        number = written(row.voucher.kind, row.day, row.voucher.number)
        found.append(CashLine(
            row.voucher_id, number, row.day, row.voucher.text, names[row.account_id], max(row.amount, 0),
            max(-row.amount, 0), balance,
        ))  # fmt: skip
    return CashBook(opening, tuple(found), len(rows) > MOST_LINES)


def statements(viewer: Viewer, book_id: UUID, at: date) -> Statements | None:
    """The statements at the end of a day, added up from postings; None for a stranger."""
    if not readable(viewer).filter(pk=book_id).exists():
        return None
    whole, before = chart_of_book(book_id), date(at.year - 1, 12, 31)
    return Statements(
        at, before, balance_sheet(whole, sums(book_id, at)), balance_sheet(whole, sums(book_id, before)),
        surplus_of(whole, earned(book_id, at)), surplus_of(whole, earned(book_id, before)),
    )


def earned(book_id: UUID, at: date) -> dict[str, int]:
    """Income and expenses of the year up to a day, as they were before the year was closed; unscoped."""
    first = date(at.year, 1, 1)
    whole, found = chart_of_book(book_id), sums(book_id, at, first)
    for code, amount in _closed(book_id, first, at).items():
        found[code] = found.get(code, 0) - amount
    return {code: amount for code, amount in found.items() if amount and whole.accounts[code].group not in REAL}


def purse_balances(book_id: UUID, at: date) -> tuple[tuple[Account, int], ...]:
    """What lies in each purse at the end of a day; the caller has scoped the book."""
    held = sums(book_id, at)
    return tuple((one, held.get(one.code, 0)) for one in purses(chart_of_book(book_id)))


def flow(book_id: UUID, since: date, until: date) -> tuple[int, int]:
    """What came into the purses and what went out between two days; the caller has scoped the book."""
    whole, keys = known_accounts(book_id)
    own = Posting.objects.filter(account_id__in=[keys[one.code] for one in purses(whole)], day__range=(since, until))
    found = own.aggregate(came=Sum("amount", filter=Q(amount__gt=0)), went=Sum("amount", filter=Q(amount__lt=0)))
    return found["came"] or 0, -(found["went"] or 0)


def waiting_drafts(viewer: Viewer, book_id: UUID) -> int:
    """How many drafts wait to be checked and posted; 0 for a stranger."""
    return Voucher.objects.filter(book_id=book_id, book__in=readable(viewer), posted=False).count()


def _held(book_id: UUID, found: tuple[Account, ...], since: date) -> int:
    """What the purses held before a day."""
    before = sums(book_id, date.fromordinal(since.toordinal() - 1))
    return sum(before.get(one.code, 0) for one in found)


def _closed(book_id: UUID, since: date, until: date) -> Mapping[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(CLOSED_BY, [book_id, since, until])
        return dict(cursor.fetchall())
