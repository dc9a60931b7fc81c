"""Interest of a month by four named methods and of a time deposit; exact, and rounded once to whole rupiah.

The guideline's daily formula lacks the balance and its average divides by mutations: both readings have names here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.savings.balances import Account
from sidamping.domain.savings.tax import InterestTax
from sidamping.domain.scoring.numbers import Number, half_up

LOWEST, DAILY, AVERAGE, BY_MUTATIONS, DEPOSIT = "lowest", "daily", "average", "average-by-mutations", "time-deposit"
METHODS = (LOWEST, DAILY, AVERAGE, BY_MUTATIONS, DEPOSIT)
BY_DAYS, BY_MONTH = "days", "month"
CONVENTIONS = (BY_DAYS, BY_MONTH)
"""A yearly rate times days over the days of the year; a monthly rate, or a twelfth of the yearly one."""
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Case:
    """Everything an interest is made of. `days` are the days of the month, or those a single balance stood."""

    rate_year: Number
    convention: str
    basis: int
    days: int | None = None
    account: Account | None = None
    lowest_balance: int | None = None
    nominal: int | None = None
    months: int = 1
    tax: InterestTax | None = None

    @property
    def factor(self) -> Fraction:
        """What a balance that stood all month is multiplied by."""
        if self.convention == BY_MONTH:
            return Fraction(self.rate_year) / MONTHS_A_YEAR / 100
        return Fraction(self.rate_year) / 100 * Fraction(self.days or 0, self.basis)

    @property
    def for_a_day(self) -> Fraction:
        """What a balance is multiplied by for one day."""
        return Fraction(self.rate_year) / 100 / self.basis


@dataclass(frozen=True)
class Interest:
    """What one method gives: the balance it rests on, the exact interest, and whole rupiah before and after tax."""

    method: str
    base: Number
    exact: Fraction
    tax: InterestTax | None

    @property
    def gross(self) -> int:
        return half_up(self.exact)

    @property
    def taxed(self) -> int | None:
        return None if self.tax is None else self.tax.of(self.gross)

    @property
    def net(self) -> int | None:
        return None if self.taxed is None else self.gross - self.taxed

    @property
    def exact_net(self) -> Fraction | None:
        return None if self.tax is None else self.exact - self.tax.exact(self.exact)


def interest(case: Case, method: str) -> Interest | None:
    """The interest by a method; None when the case lacks what the method needs (see `needs`)."""
    return None if needs(case, method) else MADE[method](case)


def needs(case: Case, method: str) -> tuple[str, ...]:
    """What a method still needs, by the keys of a case."""
    wanted = {
        LOWEST: () if case.lowest_balance is not None else ("balances",) if case.account is None else (),
        DEPOSIT: ("nominal",) if case.nominal is None else (),
    }
    missing = wanted.get(method, ("balances",) if case.account is None else ())
    by_days = method == DAILY or case.convention == BY_DAYS
    return (*missing, "days_in_month") if by_days and case.days is None else missing


def _lowest(case: Case) -> Interest:
    base = case.lowest_balance
    if base is None:
        assert case.account is not None
        base = case.account.lowest()
    return Interest(LOWEST, base, base * case.factor, case.tax)


def _daily(case: Case) -> Interest:
    """Balance × days / days of the year × yearly rate for each balance; the guideline leaves the balance out."""
    assert case.account is not None
    whole = sum(one.balance * one.days for one in case.account.segments())
    return Interest(DAILY, case.account.average(), whole * case.for_a_day, case.tax)


def _average(case: Case) -> Interest:
    assert case.account is not None
    base = case.account.average()
    return Interest(AVERAGE, base, base * case.factor, case.tax)


def _by_mutations(case: Case) -> Interest:
    assert case.account is not None
    base = case.account.average_by_mutations()
    return Interest(BY_MUTATIONS, base, base * case.factor, case.tax)


def _deposit(case: Case) -> Interest:
    """Nominal × monthly rate for each month; with days, the nominal for so many days."""
    base = case.nominal or 0
    return Interest(DEPOSIT, base, base * case.factor, case.tax)


MADE: dict[str, Callable[[Case], Interest]] = {
    LOWEST: _lowest, DAILY: _daily, AVERAGE: _average, BY_MUTATIONS: _by_mutations, DEPOSIT: _deposit,
}
