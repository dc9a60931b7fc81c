"""Entries of the books, and everything that keeps one from being posted, told at once. It then stays a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.chart import Chart
from sidamping.domain.money import rupiah
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem

GENERAL, ADJUSTING, CLOSING, REVERSING, OPENING, CORRECTION = (
    "general", "adjusting", "closing", "reversing", "opening", "correction",
)
KINDS = (GENERAL, ADJUSTING, CLOSING, REVERSING, OPENING, CORRECTION)


@dataclass(frozen=True)
class Line:
    """An amount on an account, debit above zero; of a member where the account is kept per member."""

    account: str
    amount: int
    member: str = ""
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """One voucher's entry. `reverses` names the entry it turns back."""

    number: str
    day: date
    text: str
    lines: tuple[Line, ...]
    kind: str = GENERAL
    reverses: str = ""

    @property
    def debit(self) -> int:
        return sum(one.amount for one in self.lines if one.amount > 0)

    @property
    def credit(self) -> int:
        return -sum(one.amount for one in self.lines if one.amount < 0)


def faults(entry: Entry, chart: Chart, closed: Callable[[Month], bool] = lambda month: False) -> list[Problem]:
    """Everything that keeps an entry from being posted; empty when it may be."""
    found = [one for at, line in enumerate(entry.lines, 1) for one in _of_line(entry, at, line, chart)]
    if len(entry.lines) < 2:
        found.append(problem("BOOKS_001", entry.number, voucher=entry.number, count=len(entry.lines)))
    found.extend(_unbalanced(entry))
    month = Month(entry.day.year, entry.day.month)
    if closed(month):
        found.append(problem("BOOKS_008", entry.number, voucher=entry.number, period=month))
    return found


def reversal(entry: Entry, *, number: str, day: date, text: str, reversed_by: str = "") -> Entry:
    """The entry that turns another one back; Refused when that has happened already or would turn back a reversal."""
    if reversed_by:
        raise Refused(problem("BOOKS_009", entry.number, voucher=entry.number, other=reversed_by))
    if entry.kind == REVERSING:
        raise Refused(problem("BOOKS_010", entry.number, voucher=entry.number, other=entry.reverses))
    lines = tuple(replace(one, amount=-one.amount) for one in entry.lines)
    return Entry(number, day, text, lines, REVERSING, entry.number)


def lines_of(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Line]]:
    """Every line with its entry, in order of day and number."""
    for entry in sorted(entries, key=lambda one: (one.day, one.number)):
        yield from ((entry, line) for line in entry.lines)


def _of_line(entry: Entry, at: int, line: Line, chart: Chart) -> Iterator[Problem]:
    where, told = f"{entry.number}[{at}]", {"voucher": entry.number, "line": at}
    account = chart.accounts.get(line.account)
    if account is None:
        yield problem("BOOKS_003", where, **told, seen=line.account)
    elif account.header:
        yield problem("BOOKS_006", where, **told, seen=f"{account.code} {account.id}")
    elif account.per_member and not line.member:
        yield problem("BOOKS_012", where, voucher=entry.number, account=f"{account.code} {account.id}")
    if line.amount == 0:
        yield problem("BOOKS_002", where, **told)
    elif abs(line.amount) > MOST:
        yield problem("BOOKS_007", where, **told, most=rupiah(MOST))


def _unbalanced(entry: Entry) -> Iterator[Problem]:
    """The side that lacks something, and how much."""
    apart = entry.debit - entry.credit
    if apart:
        told = {"voucher": entry.number, "debit": rupiah(entry.debit), "credit": rupiah(entry.credit)}
        code = "BOOKS_004" if apart > 0 else "BOOKS_005"
        yield problem(code, entry.number, **told, difference=rupiah(abs(apart)))
