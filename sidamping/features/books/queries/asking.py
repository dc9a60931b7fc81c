"""What a statement is asked for: days, layouts, and whose accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.domain.ledger.layouts import Layout

BESIDE_EACH_OTHER = "semua"
"""No unit: a column for each of them, for what goes out, and for the whole."""


@dataclass(frozen=True)
class Ask:
    """Which statement: up to which day, beside which, in which layout; the cash flow in one that has it.

    `unit` is a unit that keeps its own accounts, '' the cooperative beside them, None all of them together,
    BESIDE_EACH_OTHER each in a column. `by_name`: its reader sees single members.
    """

    at: date
    before: date
    layout: Layout
    cash: Layout
    first: date | None = None
    code: str = ""
    unit: str | None = None
    by_name: bool = False

    @property
    def since(self) -> date:
        """Statements of movement begin with the year, books of days with the day asked for."""
        return self.first or self.at.replace(month=1, day=1)

    @property
    def spans(self) -> tuple[tuple[date, date], ...]:
        return (self.since, self.at), (self.before.replace(month=1, day=1), self.before)

    @property
    def beside(self) -> bool:
        return self.unit == BESIDE_EACH_OTHER
