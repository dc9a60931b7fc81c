"""One sum of money over several loans of a member: fines first, then the instalments of all by the day they are due.

On the same day the loan with the lower number goes first. Every rupiah has its place, or the money is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.loans.state import Standing
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem, refuse_if


@dataclass(frozen=True)
class Claim:
    """A loan before the money comes: its number as papers write it, the fine of the day, and its instalments."""

    loan: str
    fine: int
    rows: tuple[Standing, ...]

    @property
    def opened(self) -> tuple[tuple[date, int], ...]:
        """What is left of each instalment, by the day it is due."""
        found = ((one.due.day, one.open_principal + one.open_interest) for one in self.rows)
        return tuple((day, left) for day, left in found if left)

    @property
    def owed(self) -> int:
        """Fine and everything still to be paid."""
        return self.fine + sum(left for _day, left in self.opened)

    def due(self, day: date) -> int:
        """Fine and every instalment due by a day."""
        return self.fine + sum(left for at, left in self.opened if at <= day)

    @property
    def coming(self) -> int:
        """The next instalment that is open; nothing once all are paid."""
        return self.opened[0][1] if self.opened else 0


def spread(amount: int, claims: Sequence[Claim]) -> tuple[int, ...]:
    """What each loan gets for its instalments, beside its fine; Refused when the money is too much or too little."""
    refuse_if(_beyond(amount, claims))
    rest, shares = amount - sum(one.fine for one in claims), [0] * len(claims)
    waiting = [(day, at, left) for at, one in enumerate(claims) for day, left in one.opened]
    for _day, at, left in sorted(waiting):
        taken = max(min(left, rest), 0)
        shares[at], rest = shares[at] + taken, rest - taken
    refuse_if(_short(amount, claims, shares))
    return tuple(shares)


def _beyond(amount: int, claims: Sequence[Claim]) -> list[Problem]:
    owed = sum(one.owed for one in claims)
    return [problem("LOANS_044", "amount", amount=rupiah(amount), owed=rupiah(owed))] if amount > owed else []


def _short(amount: int, claims: Sequence[Claim], shares: Sequence[int]) -> list[Problem]:
    """A fine is taken with an instalment of its loan; where none is left for it the loan is paid alone."""
    bare = [one.loan for one, share in zip(claims, shares, strict=True) if one.fine and not share]
    fines = rupiah(sum(one.fine for one in claims))
    return [problem("LOANS_045", "amount", amount=rupiah(amount), fines=fines, loans=", ".join(bare))] if bare else []
