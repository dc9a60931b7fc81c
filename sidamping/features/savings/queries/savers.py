"""Members with what they saved: totals by account, one member with the postings behind every figure. All added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.domain.ledger.chart import Account
from sidamping.features.books import queries as books
from sidamping.features.savings.queries.products import savings_accounts
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class SavedLine:
    """One posting as a saver reads it: what came, what went, what there is then."""

    voucher_id: UUID
    number: str
    day: date
    text: str
    came: int
    went: int
    balance: int


@dataclass(frozen=True)
class Pocket:
    """One account of a member: balance before the first day, the lines, the balance after the last."""

    account: Account
    opening: int
    lines: tuple[SavedLine, ...]
    closing: int


@dataclass(frozen=True)
class Saver:
    """A member between two days with every account that holds savings."""

    id: UUID
    book_id: UUID
    party_id: UUID
    number: int
    name: str
    joined: date
    left: date | None
    since: date
    until: date
    pockets: tuple[Pocket, ...]

    @property
    def total(self) -> int:
        return sum(one.closing for one in self.pockets)


def totals(book_id: UUID, at: date) -> tuple[tuple[Account, int], ...]:
    """Each savings account of the ledger with its balance at the end of a day; the caller has scoped the book."""
    held = books.sums(book_id, at)
    return tuple((one, one.shown(held.get(one.code, 0))) for one in savings_accounts(books.chart_of_book(book_id)))


def saver(viewer: Viewer, member_id: UUID, since: date, until: date) -> Saver | None:
    """One member's savings between two days; None for a stranger."""
    found = books.member_head(viewer, member_id)
    if found is None:
        return None
    book_id, row = found
    accounts = savings_accounts(books.chart_of_book(book_id))
    codes = [one.code for one in accounts]
    before = books.member_sums(book_id, codes, since - timedelta(days=1), row.party_id).get(row.party_id, {})
    posted = books.member_postings(book_id, row.party_id, codes, since, until)
    pockets = (_pocket(one, before.get(one.code, 0), [row for row in posted if row.code == one.code])
               for one in accounts)
    return Saver(
        row.id, book_id, row.party_id, row.number, row.name, row.joined, row.left, since, until,
        tuple(one for one in pockets if one.lines or one.opening or one.account.role in MAIN),
    )  # fmt: skip


MAIN = ("principal_savings", "mandatory_savings", "voluntary_savings")
"""Accounts shown even when they are empty."""


def _pocket(account: Account, opening: int, posted: list[books.MemberPosting]) -> Pocket:
    balance = account.shown(opening)
    lines = []
    for one in posted:
        amount = account.shown(one.amount)
        balance += amount
        lines.append(
            SavedLine(one.voucher_id, one.number, one.day, one.text, max(amount, 0), max(-amount, 0), balance)
        )
    return Pocket(account, account.shown(opening), tuple(lines), balance)
