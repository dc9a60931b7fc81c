"""Books as people read them: the cash book by day, what the purses hold, and what the years earned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.db.models import Q, Sum

from sidamping.domain.ledger.chart import REAL, Account
from sidamping.domain.ledger.plain import purses
from sidamping.features.books.models import Posting
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.calling import texts_called
from sidamping.features.books.queries.cards import chart_of_book, known_accounts
from sidamping.features.books.queries.closings import CLOSINGS
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import names_seen
from sidamping.platform.access.viewer import Viewer

CLOSED_BY = f"""
SELECT extract(year FROM v.day)::int, a.code, sum(p.amount)::bigint FROM ({CLOSINGS}) v
    JOIN books_posting p ON p.voucher_id = v.id JOIN books_account a ON a.id = p.account_id
WHERE v.day BETWEEN %(since)s AND %(until)s
GROUP BY 1, 2
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
class PurseMonth:
    """What lies in each purse, and what came and went."""

    held: tuple[tuple[Account, int], ...]
    came: int
    went: int


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


def cash_book(viewer: Viewer, book_id: UUID, since: date, until: date) -> CashBook | None:
    """Every movement of the purses between two days, both included; None for a stranger."""
    named = names_seen(viewer, book_id)
    return cash_days(book_id, since, until, by_name=named) if named is not None else None


def cash_days(book_id: UUID, since: date, until: date, *, by_name: bool, most: int = MOST_LINES) -> CashBook:
    """The same, up to so many lines; the caller has scoped the book and knows whether its reader sees members."""
    whole, keys = known_accounts(book_id)
    names = {keys[one.code]: one.code for one in purses(whole)}
    own = Posting.objects.filter(account_id__in=names)
    rows = list(own.filter(day__range=(since, until)).select_related("voucher").order_by("day", "id")[: most + 1])
    balance = opening = _held(book_id, purses(whole), since)
    found, told = [], texts_called(book_id, (row.voucher.lines for row in rows), by_name=by_name)
    for row in rows[:most]:
        balance += row.amount
        number = written(row.voucher.kind, row.day, row.voucher.number)
        found.append(CashLine(
            row.voucher_id, number, row.day, told.text(row.voucher.text, row.voucher.lines), names[row.account_id],
            max(row.amount, 0), max(-row.amount, 0), balance,
        ))  # fmt: skip
    return CashBook(opening, tuple(found), len(rows) > most)


def earned(book_id: UUID, *days: date) -> tuple[dict[str, int], ...]:
    """Income and expenses of the year up to each day, as they were before the year was closed; unscoped."""
    whole = chart_of_book(book_id)
    found = {day: sums(book_id, day, date(day.year, 1, 1)) for day in days}
    for year, code, amount in _closed(book_id, min(days).replace(month=1, day=1), max(days)):
        for day in (one for one in days if one.year == year):
            found[day][code] = found[day].get(code, 0) - amount
    return tuple(
        {code: amount for code, amount in found[day].items() if amount and whole.accounts[code].group not in REAL}
        for day in days
    )


def purse_month(book_id: UUID, since: date, at: date) -> PurseMonth:
    """What the purses hold at the end of a day, and what came and went since another; unscoped."""
    whole, keys = known_accounts(book_id)
    moved = Q(day__gte=since)
    own = Posting.objects.filter(account_id__in=[keys[one.code] for one in purses(whole)], day__lte=at)
    sums_of = own.values("account_id").annotate(
        held=Sum("amount"), came=Sum("amount", filter=moved & Q(amount__gt=0)),
        went=Sum("amount", filter=moved & Q(amount__lt=0)),
    )  # fmt: skip
    found = {id: amounts for id, *amounts in sums_of.values_list("account_id", "held", "came", "went")}
    held = tuple((one, found.get(keys[one.code], [0])[0]) for one in purses(whole))
    came, went = (sum(one[at] or 0 for one in found.values()) for at in (1, 2))
    return PurseMonth(held, came, -went)


def _held(book_id: UUID, found: tuple[Account, ...], since: date) -> int:
    """What the purses held before a day."""
    before = sums(book_id, date.fromordinal(since.toordinal() - 1))
    return sum(before.get(one.code, 0) for one in found)


def _closed(book_id: UUID, since: date, until: date) -> list[tuple[int, str, int]]:
    """Year, account and amount of what closing a year turned to nothing."""
    with connection.cursor() as cursor:
        cursor.execute(CLOSED_BY, {"book": book_id, "since": since, "until": until})
        return list(cursor.fetchall())
