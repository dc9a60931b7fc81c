"""The ledger of one account in the four forms of the textbook: T, two columns, single balance and double balance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from sidamping.domain.ledger.balances import sides
from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.entries import Entry, lines_of


@dataclass(frozen=True)
class Posting:
    """A line of the account with the running balance after it, signed, debit above zero."""

    day: date
    number: str
    text: str
    amount: int
    balance: int

    @property
    def debit(self) -> int:
        return max(self.amount, 0)

    @property
    def credit(self) -> int:
        return max(-self.amount, 0)


@dataclass(frozen=True)
class Ledger:
    """An account between two days: what it carried over, its lines, and what it carries on."""

    account: Account
    opening: int
    postings: tuple[Posting, ...]

    @property
    def closing(self) -> int:
        return self.postings[-1].balance if self.postings else self.opening

    @property
    def debit(self) -> int:
        return sum(one.debit for one in self.postings)

    @property
    def credit(self) -> int:
        return sum(one.credit for one in self.postings)


def ledger(account: Account, entries: Iterable[Entry], *, since: date, until: date) -> Ledger:
    """The lines of an account between two days, both included, with the balance before the first."""
    opening, balance, postings = 0, 0, []
    for entry, line in lines_of(entries):
        if line.account != account.code or entry.day > until:
            continue
        balance += line.amount
        if entry.day < since:
            opening = balance
        else:
            postings.append(Posting(entry.day, entry.number, line.note or entry.text, line.amount, balance))
    return Ledger(account, opening, tuple(postings))


def t_form(of: Ledger) -> list[tuple[int | None, int | None]]:
    """Amounts left and right, each side counted for itself; what was carried over comes first."""
    amounts = [of.opening, *(one.amount for one in of.postings)] if of.opening else [one.amount for one in of.postings]
    left, right = [one for one in amounts if one > 0], [-one for one in amounts if one < 0]
    return list(zip_longest(left, right))


def two_columns(of: Ledger) -> list[tuple[Posting | None, Posting | None]]:
    """Lines with day, text and voucher, debits beside credits."""
    debits = [one for one in of.postings if one.amount > 0]
    return list(zip_longest(debits, [one for one in of.postings if one.amount < 0]))


def single_balance(of: Ledger) -> list[tuple[Posting, int]]:
    """Each line with the balance as readers of the account expect it: its normal side above zero."""
    return [(one, of.account.shown(one.balance)) for one in of.postings]


def double_balance(of: Ledger) -> list[tuple[Posting, int, int]]:
    """Each line with the balance in a debit and a credit column."""
    return [(one, *sides(one.balance)) for one in of.postings]
