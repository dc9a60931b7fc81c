"""The closing entry of a year: income and expense accounts to nothing, the surplus to the account that keeps it."""

from __future__ import annotations

from datetime import date

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.chart import REAL, Chart
from sidamping.domain.ledger.entries import CLOSING, Entry, Line

UNDISTRIBUTED = "undistributed_surplus"


def closing_entry(chart: Chart, amounts: Balances, *, number: str, day: date, text: str) -> Entry | None:
    """The entry that closes a year's balances; None when there is nothing to close."""
    nominal = [(code, amount) for code, amount in sorted(amounts.items())
               if amount and chart.accounts[code].group not in REAL]
    if not nominal:
        return None
    lines = [Line(code, -amount) for code, amount in nominal]
    rest = sum(amount for _, amount in nominal)
    if rest:
        lines.append(Line(chart.role(UNDISTRIBUTED).code, rest))
    return Entry(number, day, text, tuple(lines), CLOSING)
