"""Lines of a voucher from plain words: money came in or went out, through which purse, for what (E10).

Who writes them need not know debit from credit; every such voucher balances by the way it is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidamping.domain.ledger.chart import ASSETS, EXPENSE, INCOME, MEMBER, Account, Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.units import evened, facing

IN, OUT, MOVE = "in", "out", "move"
SAVINGS, LOANS, EARNED, COSTS, THINGS, REST = "savings", "loans", "income", "costs", "assets", "other"
"""What money is for: members' savings, loans, income, costs, things owned, and what is left (debts, funds, capital)."""
NEVER_CASH = frozenset({
    "undistributed_surplus", "inter_unit", "depreciation_expense", "doubtful_expense", "allowance",
    "accumulated_depreciation",
})  # fmt: skip
"""Roles of accounts that no money flows through."""


@dataclass(frozen=True)
class Part:
    """One purpose of a receipt or payment: the account and a whole amount above zero."""

    account: str
    amount: int
    note: str = ""


@dataclass(frozen=True)
class Told:
    """A voucher in plain words again. Money that moved (MOVE) has one part, the purse it went to."""

    way: str
    purse: str
    parts: tuple[Part, ...]
    member: str = ""


@dataclass(frozen=True)
class Purposes:
    """Accounts that mean the same kind of thing, in order of code."""

    kind: str
    accounts: tuple[Account, ...]


def purses(chart: Chart) -> tuple[Account, ...]:
    """Where money lies: cash on hand and bank accounts."""
    return tuple(one for _, one in sorted(chart.accounts.items()) if one.cash and not one.header)


def purposes(chart: Chart, direction: str) -> tuple[Purposes, ...]:
    """What money can come in or go out for, the commonest kinds first; nothing for a kind without accounts."""
    order = (SAVINGS, LOANS, EARNED, THINGS, REST) if direction == IN else (COSTS, LOANS, SAVINGS, THINGS, REST)
    found: dict[str, list[Account]] = {kind: [] for kind in order}
    for _, one in sorted(chart.accounts.items()):
        if (kind := _kind(one)) in found:
            found[kind].append(one)
    return tuple(Purposes(kind, tuple(accounts)) for kind, accounts in found.items() if accounts)


def money_lines(direction: str, purse: str, parts: Iterable[Part], member: str, chart: Chart) -> tuple[Line, ...]:
    """The purse on one side with the sum, each purpose on the other; the member stands where the account keeps one."""
    sign, found = (1 if direction == IN else -1), list(parts)
    others = (Line(one.account, -sign * one.amount, _of(one.account, member, chart), one.note) for one in found)
    return (Line(purse, sign * sum(one.amount for one in found)), *others)


def moved_lines(source: str, target: str, amount: int) -> tuple[Line, ...]:
    """Money that only changes its place, such as cash brought to the bank."""
    return Line(target, amount), Line(source, -amount)


def told_plainly(lines: Iterable[Line], chart: Chart) -> Told | None:
    """The plain words that write these very lines; None where plain words would lose something of them."""
    own = list(lines)
    if any(one.account not in chart.accounts for one in own):
        return None
    found = _guess(own, chart)
    same = found is not None and sorted(evened(lines_of(found, chart), chart), key=_order) == sorted(own, key=_order)
    return found if same else None


def lines_of(told: Told, chart: Chart) -> tuple[Line, ...]:
    """The lines that plain words write."""
    if told.way == MOVE:
        return moved_lines(told.purse, told.parts[0].account, told.parts[0].amount)
    return money_lines(told.way, told.purse, told.parts, told.member, chart)


def not_offered(told: Told, chart: Chart) -> tuple[str, ...]:
    """Accounts that no form would offer for these words: no purse, or nothing this money is for."""
    held = {one.code for one in purses(chart)}
    if told.way == MOVE or told.purse not in held:
        return tuple(one for one in (told.purse, *(part.account for part in told.parts)) if one not in held)
    own = facing(chart, chart.accounts[told.purse].unit)
    known = {account.code for one in purposes(own, told.way) for account in one.accounts}
    return tuple(part.account for part in told.parts if part.account not in known)


def _guess(own: Sequence[Line], chart: Chart) -> Told | None:
    """One purse and what its money was for, or two purses; what units owe each other for it goes without saying."""
    held = [one for one in own if chart.accounts[one.account].cash]
    others = [one for one in own if not (chart.accounts[one.account].cash or chart.accounts[one.account].pair)]
    if len(held) == 2 and not others:
        source, target = sorted(held, key=lambda one: one.amount)
        return Told(MOVE, source.account, (Part(target.account, target.amount),))
    if len(held) != 1 or not others:
        return None
    member = next((one.member for one in others if one.member), "")
    parts = tuple(Part(one.account, abs(one.amount), one.note) for one in others)
    return Told(IN if held[0].amount > 0 else OUT, held[0].account, parts, member)


def _order(one: Line) -> tuple[str, int, str, str]:
    return one.account, one.amount, one.member, one.note


def _of(account: str, member: str, chart: Chart) -> str:
    """The member, where the account is kept per member, and for income from members: their part of the surplus."""
    known = chart.accounts.get(account)
    return member if known is not None and (known.per_member or (known.group, known.scope) == (INCOME, MEMBER)) else ""


def _kind(one: Account) -> str:
    """Which kind of purpose an account is; '' for none."""
    if one.header or one.cash or one.contra or one.pair or one.role in NEVER_CASH:
        return ""
    if one.per_member:
        return LOANS if one.group == ASSETS else SAVINGS
    return {INCOME: EARNED, EXPENSE: COSTS, ASSETS: THINGS}.get(one.group, REST)
