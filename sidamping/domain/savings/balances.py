"""A month of an account: how long each balance stood, its lowest, its average by days and by mutations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Segment:
    """A balance and the days it stood, first and last day included."""

    first: int
    last: int
    balance: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Account:
    """Closing balances by day in order, in a month of so many days; before the first of them there was nothing."""

    days: int
    balances: tuple[tuple[int, int], ...]

    def segments(self) -> Iterator[Segment]:
        """The month without a gap; the days before the first balance count with zero."""
        first = self.balances[0][0]
        if first > 1:
            yield Segment(1, first - 1, 0)
        ends = [day - 1 for day, _ in self.balances[1:]] + [self.days]
        for (day, balance), last in zip(self.balances, ends, strict=True):
            yield Segment(day, last, balance)

    def lowest(self) -> int:
        """The lowest balance of the month."""
        return min(one.balance for one in self.segments())

    def average(self) -> Fraction:
        """The balance of an average day."""
        return Fraction(sum(one.balance * one.days for one in self.segments()), self.days)

    def average_by_mutations(self) -> Fraction:
        """The printed average: the balances added up, divided by how many there are, however long they stood."""
        return Fraction(sum(balance for _, balance in self.balances), len(self.balances))
