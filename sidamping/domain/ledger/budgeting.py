"""A budget line's plan over the months of its year beside what the ledger made of it: RAPBK and realisation (E3).

The plan is quantity × price, rounded once; months share it so that they add up to the whole. Nothing is typed twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.ledger.chart import REAL, Account, Chart
from sidamping.domain.rounding import round_to

PARTS = ("institution", "business", "finance")
INCOMING, OUTGOING = "in", "out"
DIRECTIONS = (INCOMING, OUTGOING)
MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY = "bulan", "triwulan", "semester", "tahun"
SPANS = {MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12}
"""How many months each span of an evaluation has."""
ALL_MONTHS = 0b1111_1111_1111
THOUSAND = 1000
"""A quantity is kept in thousandths."""
Monthly = Mapping[tuple[str, int, str], int]
"""Account, month and direction (money's side: credit comes in) to the amount; reversals lessen what they turn back."""


@dataclass(frozen=True)
class BudgetLine:
    """One line: what, how much of it in thousandths, its price, its months, the accounts that tell it in rupiah.

    `counted`: the records that tell how much of it was done, of lists/plan-counts.
    """

    part: str
    direction: str
    text: str
    quantity: int
    unit: str
    price: int
    months: int
    accounts: tuple[str, ...] = ()
    counted: str = ""

    @property
    def plan(self) -> int:
        return round_to(Fraction(self.quantity * self.price, THOUSAND))

    def by_month(self) -> tuple[int, ...]:
        """The plan of each month, January first; earlier months take the rupiah left over."""
        return self._spread(self.plan)

    def quantity_of(self, months: Iterable[int]) -> Fraction:
        """How much of it is planned in some months, 1 to 12."""
        found = self._spread(self.quantity)
        return Fraction(sum(found[one - 1] for one in months), THOUSAND)

    def _spread(self, whole: int) -> tuple[int, ...]:
        chosen = [at for at in range(12) if self.months >> at & 1] or list(range(12))
        each, rest = divmod(whole, len(chosen))
        share = {month: each + (1 if place < rest else 0) for place, month in enumerate(chosen)}
        return tuple(share.get(at, 0) for at in range(12))

    def planned(self, months: Iterable[int]) -> int:
        """The plan of some months, 1 to 12."""
        found = self.by_month()
        return sum(found[one - 1] for one in months)


def realised(line: BudgetLine, chart: Chart, monthly: Monthly, months: Iterable[int]) -> int | None:
    """What the ledger has for a line in some months; None where no account tells it.

    Income and expense count net; of savings, loans and debts only the side the line is about.
    """
    known = [chart.accounts[code] for code in line.accounts if code in chart.accounts]
    if not known:
        return None
    return sum(_of(line, one, monthly, month) for month in months for one in known)


def _of(line: BudgetLine, account: Account, monthly: Monthly, month: int) -> int:
    came, went = (monthly.get((account.code, month, side), 0) for side in DIRECTIONS)
    if account.group not in REAL:
        return came - went if line.direction == INCOMING else went - came
    return came if line.direction == INCOMING else went


def told_twice(line: BudgetLine, others: Iterable[BudgetLine], chart: Chart) -> tuple[tuple[str, BudgetLine], ...]:
    """The accounts of a line that another line tells already: their realisation would count in both.

    Income and expense count net and belong to one line; of savings, loans and debts each direction has its own.
    """
    taken: dict[tuple[str, str], BudgetLine] = {}
    for other in others:
        taken.update({(code, _side(other, code, chart)): other for code in other.accounts})
    mine = [(code, taken.get((code, _side(line, code, chart)))) for code in dict.fromkeys(line.accounts)]
    return tuple((code, other) for code, other in mine if other is not None)


def _side(line: BudgetLine, code: str, chart: Chart) -> str:
    account = chart.accounts.get(code)
    return line.direction if account is not None and account.group in REAL else ""


def months_of(span: str, number: int) -> tuple[int, ...]:
    """The months of the n-th span of a year: the 3rd quarter is July to September."""
    length = SPANS[span]
    first = (number - 1) * length + 1
    return tuple(range(first, first + length))


def counted(span: str) -> Sequence[int]:
    """The numbers of the spans of a year."""
    return range(1, 12 // SPANS[span] + 1)
