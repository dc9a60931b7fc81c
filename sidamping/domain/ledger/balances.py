"""Balances of accounts and the trial balance, added up from lines and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.entries import Entry

Balances = Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """An account with its balance on one side; the other side is zero."""

    account: Account
    debit: int
    credit: int


@dataclass(frozen=True)
class TrialBalance:
    """All accounts that have a balance, in order of code; both sides add up to the same."""

    rows: tuple[Row, ...]

    @property
    def debit(self) -> int:
        return sum(one.debit for one in self.rows)

    @property
    def credit(self) -> int:
        return sum(one.credit for one in self.rows)


def balances(entries: Iterable[Entry], *, until: date | None = None, since: date | None = None) -> dict[str, int]:
    """The signed balance by account of all lines between two days, both included."""
    found: dict[str, int] = {}
    for entry in entries:
        if (until is None or entry.day <= until) and (since is None or entry.day >= since):
            for line in entry.lines:
                found[line.account] = found.get(line.account, 0) + line.amount
    return found


def by_member(entries: Iterable[Entry], account: str, *, until: date | None = None) -> dict[str, int]:
    """The subledger of an account: the signed balance by member; its sum is the account's balance."""
    found: dict[str, int] = {}
    for entry in entries:
        if until is None or entry.day <= until:
            for line in entry.lines:
                if line.account == account:
                    found[line.member] = found.get(line.member, 0) + line.amount
    return found


def trial_balance(chart: Chart, amounts: Balances) -> TrialBalance:
    """The accounts with a balance, debit and credit in their columns."""
    rows = [
        Row(chart.accounts[code], *sides(amount)) for code, amount in sorted(amounts.items()) if amount
    ]
    return TrialBalance(tuple(rows))


def sides(amount: int) -> tuple[int, int]:
    """A signed amount as debit and credit."""
    return (amount, 0) if amount >= 0 else (0, -amount)
