"""Bills of mandatory savings: one for each month of membership, paid oldest first; arrears and what is above (E6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.periods import Month
from sidamping.domain.savings.products import Terms

MONTHS = 12


@dataclass(frozen=True)
class Bill:
    """A month's bill and how much of it is paid."""

    month: Month
    amount: int
    paid: int

    @property
    def owed(self) -> int:
        return self.amount - self.paid


@dataclass(frozen=True)
class Standing:
    """A member's mandatory savings up to a month: what was billed, what is paid."""

    billed: int
    paid: int

    @property
    def arrears(self) -> int:
        return max(self.billed - self.paid, 0)

    @property
    def excess(self) -> int:
        """What is paid above all bills; kept as payment ahead, or moved to participation capital."""
        return max(self.paid - self.billed, 0)


def standing(terms: Sequence[Terms], joined: date, until: Month, paid: int, left: date | None = None) -> Standing:
    """Without going month by month, for registers of thousands."""
    spans = _spans(terms, joined, until, left)
    return Standing(sum(_count(first, last) * amount for first, last, amount in spans), paid)


def bills(
    terms: Sequence[Terms], joined: date, until: Month, paid: int, left: date | None = None
) -> tuple[Bill, ...]:
    """Every bill up to a month, the payments set against the oldest first."""
    found, rest = [], max(paid, 0)
    for first, last, amount in _spans(terms, joined, until, left):
        month = first
        while month <= last:
            part = min(rest, amount)
            found.append(Bill(month, amount, part))
            rest -= part
            month = month.next
    return tuple(found)


def next_months(
    terms: Sequence[Terms], joined: date, today: Month, paid: int, count: int
) -> tuple[tuple[Month, int], ...]:
    """The months that a payment for so many months would settle, and what each still takes; may lie ahead."""
    last = today
    for _ in range(count + MONTHS):
        open_bills = [one for one in bills(terms, joined, last, paid) if one.owed]
        if len(open_bills) >= count:
            break
        last = last.plus(count)
    return tuple((one.month, one.owed) for one in open_bills[:count])


def above_article(paid: int, amount: int, article: int) -> tuple[int, int]:
    """A payment of principal savings as what the articles ask for and what is above it, participation capital."""
    own = min(amount, max(article - paid, 0))
    return own, amount - own


def _spans(
    terms: Sequence[Terms], joined: date, until: Month, left: date | None
) -> Iterator[tuple[Month, Month, int]]:
    """First month, last month and monthly amount of each stretch with the same terms, in order."""
    by_month: dict[Month, Terms] = {}
    for one in sorted(terms, key=lambda one: one.since):
        by_month[Month.of(one.since)] = one  # of one month what was set last
    starts = sorted(by_month)
    end = min(until, Month.of(left)) if left else until
    for at, start in enumerate(starts):
        first = max(start, Month.of(joined))
        last = min(end, starts[at + 1].previous) if at + 1 < len(starts) else end
        if first <= last and by_month[start].amount:
            yield first, last, by_month[start].amount


def _count(first: Month, last: Month) -> int:
    return (last.year - first.year) * MONTHS + last.month - first.month + 1
