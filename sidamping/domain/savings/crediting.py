"""A month's interest of members: balances by day in, interest and its tax out; the tax looks at the whole month.

The tax is free up to an amount of interest a month, so it is taken on all the interest of a member together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sidamping.domain.periods import Month
from sidamping.domain.rounding import round_to
from sidamping.domain.savings.balances import Account
from sidamping.domain.savings.interest import BY_MONTH, DEPOSIT, Case, Interest, interest
from sidamping.domain.savings.plain import says
from sidamping.domain.savings.products import Terms
from sidamping.domain.savings.tax import InterestTax
from sidamping.domain.scoring.numbers import half_up


@dataclass(frozen=True)
class Credit:
    """What a member gets for a month from one product, and how it came about."""

    product: str
    member: str
    method: str
    base: int
    gross: int
    says: str
    tax: int = 0
    deposit: str = ""

    @property
    def net(self) -> int:
        return self.gross - self.tax


def month_of(opening: int, moves: Mapping[date, int], month: Month) -> Account:
    """The closing balances of a month's days; a balance below zero bears nothing."""
    balance = opening
    found: dict[int, int] = {1: opening}
    for day, amount in sorted(moves.items()):
        balance += amount
        found[day.day] = balance
    return Account(month.end.day, tuple((day, max(one, 0)) for day, one in sorted(found.items())))


def on_account(product: str, member: str, account: Account, terms: Terms, basis: int) -> Credit | None:
    """The interest of an account by the method of its terms; None when it comes to nothing."""
    case = Case(terms.percent_a_year, terms.convention, basis, account.days, account)
    return _credit(product, member, case, interest(case, terms.method), terms)


def on_deposit(product: str, member: str, deposit: str, nominal: int, terms: Terms, basis: int) -> Credit | None:
    """Nominal × monthly rate for a full month of a time deposit."""
    case = Case(terms.percent_a_year, BY_MONTH, basis, nominal=nominal)
    found = _credit(product, member, case, interest(case, DEPOSIT), terms)
    return None if found is None else replace(found, deposit=deposit)


def taxed(credits: Sequence[Credit], tax: InterestTax, earlier: Mapping[str, tuple[int, int]]) -> tuple[Credit, ...]:
    """The credits with the tax of each member's month; `earlier` is interest and tax of the month already credited.

    The tax of a member stands on the first credits, as far as they reach.
    """
    whole: dict[str, int] = {member: interest for member, (interest, _withheld) in earlier.items()}
    for one in credits:
        whole[one.member] = whole.get(one.member, 0) + one.gross
    rest = {member: max(tax.of(amount) - earlier.get(member, (0, 0))[1], 0) for member, amount in whole.items()}
    found = []
    for one in credits:
        part = min(rest[one.member], one.gross)
        rest[one.member] -= part
        found.append(replace(one, tax=part))
    return tuple(found)


def totals(credits: Iterable[Credit]) -> tuple[int, int, int]:
    """Interest, tax and what members get, of all."""
    rows = list(credits)
    gross, tax = sum(one.gross for one in rows), sum(one.tax for one in rows)
    return gross, tax, gross - tax


def _credit(product: str, member: str, case: Case, made: Interest | None, terms: Terms) -> Credit | None:
    if made is None:
        return None
    gross = round_to(made.exact, terms.step)
    if gross <= 0:
        return None
    return Credit(product, member, made.method, half_up(made.base), gross, says(case, made))
