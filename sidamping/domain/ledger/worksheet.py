"""The worksheet (neraca lajur): five pairs of columns from trial balance to statements, each pair adding up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sidamping.domain.ledger.balances import Balances, balances, sides
from sidamping.domain.ledger.chart import REAL, Account, Chart
from sidamping.domain.ledger.entries import ADJUSTING, CLOSING, Entry

Pair = tuple[int, int]


@dataclass(frozen=True)
class WorksheetRow:
    """An account through the five pairs; adjustments keep both their sides."""

    account: Account
    trial: Pair
    adjustments: Pair
    adjusted: Pair
    surplus: Pair
    balance: Pair


@dataclass(frozen=True)
class Worksheet:
    """All rows, and the surplus that makes the last two pairs even."""

    rows: tuple[WorksheetRow, ...]

    def sums(self, pair: str) -> Pair:
        """Both sides of a pair of columns added up."""
        pairs = [getattr(one, pair) for one in self.rows]
        return sum(one for one, _ in pairs), sum(one for _, one in pairs)

    @property
    def result(self) -> int:
        """The surplus: what the income columns have more in credit, and the balance columns more in debit."""
        debit, credit = self.sums("surplus")
        return credit - debit


def worksheet(chart: Chart, entries: Iterable[Entry]) -> Worksheet:
    """The worksheet of a period's entries and what was carried over; closing entries are not part of it."""
    counted = [one for one in entries if one.kind != CLOSING]
    adjusting = [one for one in counted if one.kind == ADJUSTING]
    return worksheet_of(chart, balances(one for one in counted if one.kind != ADJUSTING), _both_sides(adjusting))


def worksheet_of(chart: Chart, trial: Balances, moved: Mapping[str, Pair]) -> Worksheet:
    """The worksheet of balances before adjustment and both sides of what adjusted them."""
    codes = sorted({*trial, *moved})
    rows = [_row(chart.accounts[code], trial.get(code, 0), moved.get(code, (0, 0))) for code in codes]
    return Worksheet(tuple(one for one in rows if any(one.trial) or any(one.adjustments)))


def _both_sides(entries: Iterable[Entry]) -> dict[str, Pair]:
    found: dict[str, Pair] = {}
    for entry in entries:
        for line in entry.lines:
            debit, credit = found.get(line.account, (0, 0))
            more_debit, more_credit = sides(line.amount)
            found[line.account] = debit + more_debit, credit + more_credit
    return found


def _row(account: Account, trial: int, moved: Pair) -> WorksheetRow:
    adjusted = sides(trial + moved[0] - moved[1])
    real = account.group in REAL
    return WorksheetRow(
        account, sides(trial), moved, adjusted, (0, 0) if real else adjusted, adjusted if real else (0, 0)
    )
