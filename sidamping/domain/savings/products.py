"""What a cooperative offers its members to save: five kinds, each with dated terms; the terms in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sidamping.domain.savings.interest import (
    AVERAGE,
    BY_DAYS,
    BY_MONTH,
    BY_MUTATIONS,
    DAILY,
    LOWEST,
    MONTHS_A_YEAR,
)

PRINCIPAL, MANDATORY, PARTICIPATION, VOLUNTARY, TERM = "principal", "mandatory", "participation", "voluntary", "term"
KINDS = (PRINCIPAL, MANDATORY, PARTICIPATION, VOLUNTARY, TERM)
"""Simpanan pokok, wajib, modal penyertaan anggota, sukarela, berjangka; the first three are equity."""
ROLES = {
    PRINCIPAL: "principal_savings", MANDATORY: "mandatory_savings", PARTICIPATION: "member_participation",
    VOLUNTARY: "voluntary_savings", TERM: "time_deposits",
}
"""The account of the chart that a kind is kept on."""
COSTS = {VOLUNTARY: "savings_interest", TERM: "deposit_interest"}
"""The account that bears the interest of a kind."""
FIXED = (PRINCIPAL, MANDATORY)
"""Kinds whose amount the articles set."""
BEARING = (VOLUNTARY, TERM)
"""Kinds that bear interest."""
WAYS = (LOWEST, DAILY, AVERAGE, BY_MUTATIONS)
"""Methods for an account: the guideline's three, the printed average under a name of its own."""
A_YEAR, A_MONTH = "year", "month"
PPM_A_PERCENT = 10_000


@dataclass(frozen=True)
class Terms:
    """What the articles or the meeting set from a day on. Rates and the penalty for breaking are parts of a million."""

    since: date
    amount: int = 0
    method: str = ""
    rate_ppm: int = 0
    per: str = A_YEAR
    step: int = 1
    months: int = 0
    break_ppm: int = 0

    @property
    def percent(self) -> Decimal:
        """The rate as it was agreed, for reading."""
        return Decimal(self.rate_ppm) / PPM_A_PERCENT

    @property
    def break_percent(self) -> Decimal:
        """What is kept of a deposit that is broken early, for reading."""
        return Decimal(self.break_ppm) / PPM_A_PERCENT

    @property
    def percent_a_year(self) -> Fraction:
        times = MONTHS_A_YEAR if self.per == A_MONTH else 1
        return Fraction(self.rate_ppm * times, PPM_A_PERCENT)

    @property
    def convention(self) -> str:
        """A monthly rate counts whole months, a yearly one the days of the year (R-BUNGA-SIMPANAN)."""
        return BY_MONTH if self.per == A_MONTH else BY_DAYS


def in_force(terms: Iterable[Terms], on: date) -> Terms | None:
    """The terms of a day, given in the order they were written: the latest since, of equals what was written last."""
    found: Terms | None = None
    for one in terms:
        if one.since <= on and (found is None or one.since >= found.since):
            found = one
    return found
