"""Balance sheet and PHU from balances: each line with the accounts behind it, subtotals, and the check to zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.chart import Account, Chart

BALANCE_SECTIONS = (
    "current-assets", "long-term-investments", "fixed-assets", "other-assets", "current-liabilities",
    "long-term-liabilities", "equity",
)
ASSET_SECTIONS, LIABILITY_SECTIONS = BALANCE_SECTIONS[:4], BALANCE_SECTIONS[4:6]
PHU_SECTIONS = (
    "gross-participation", "service-cost", "non-member-income", "non-member-cost", "operating-cost", "cooperative-cost",
    "other-income", "interest", "tax",
)
"""Income and expenses in the order of the statement; expenses and other results are shown with their effect on SHU."""
CURRENT_SURPLUS = "current-surplus"


@dataclass(frozen=True)
class Figure:
    """A line of a statement with its amount as readers expect it, and the accounts it was made of."""

    code: str
    id: str
    en: str
    section: str
    amount: int
    accounts: tuple[tuple[Account, int], ...] = ()


@dataclass(frozen=True)
class Surplus:
    """The PHU: its lines, income above zero and expense below, and every subtotal of the standard format."""

    figures: tuple[Figure, ...]

    def of(self, *sections: str) -> int:
        return sum(one.amount for one in self.figures if one.section in sections)

    @property
    def net_participation(self) -> int:
        """Gross participation less the cost of serving members."""
        return self.of("gross-participation", "service-cost")

    @property
    def non_member_result(self) -> int:
        return self.of("non-member-income", "non-member-cost")

    @property
    def gross(self) -> int:
        return self.net_participation + self.non_member_result

    @property
    def before_interest_and_tax(self) -> int:
        return self.gross + self.of("operating-cost", "cooperative-cost", "other-income")

    @property
    def before_tax(self) -> int:
        return self.before_interest_and_tax + self.of("interest")

    @property
    def after_tax(self) -> int:
        return self.before_tax + self.of("tax")


@dataclass(frozen=True)
class BalanceSheet:
    """Assets against liabilities and equity; the surplus of the year that is not closed yet stands among equity."""

    figures: tuple[Figure, ...]

    def of(self, *sections: str) -> int:
        return sum(one.amount for one in self.figures if one.section in sections)

    @property
    def assets(self) -> int:
        return self.of(*ASSET_SECTIONS)

    @property
    def liabilities(self) -> int:
        return self.of(*LIABILITY_SECTIONS)

    @property
    def equity(self) -> int:
        return self.of("equity")

    @property
    def out_of_balance(self) -> int:
        """Zero, always; anything else means that entries were not balanced."""
        return self.assets - self.liabilities - self.equity


def surplus(chart: Chart, amounts: Balances) -> Surplus:
    """The PHU of the balances of a year (income and expense accounts since its first day)."""
    return Surplus(_figures(chart, amounts, PHU_SECTIONS, sign=-1))


def balance_sheet(chart: Chart, amounts: Balances) -> BalanceSheet:
    """The balance sheet of all balances up to a day."""
    assets = _figures(chart, amounts, ASSET_SECTIONS, sign=1)
    claims = _figures(chart, amounts, (*LIABILITY_SECTIONS, "equity"), sign=-1)
    running = surplus(chart, amounts).after_tax
    current = (Figure(CURRENT_SURPLUS, "SHU tahun berjalan", "Surplus of the year", "equity", running),)
    return BalanceSheet((*assets, *claims, *(current if running else ())))


def unplaced(chart: Chart) -> tuple[Account, ...]:
    """Accounts that no statement would show; a chart with any of them is not ready."""
    known = {one.code for one in chart.lines}
    return tuple(one for one in chart.accounts.values() if not one.header and one.line not in known)


def _figures(chart: Chart, amounts: Balances, sections: Sequence[str], sign: int) -> tuple[Figure, ...]:
    by_line: dict[str, list[tuple[Account, int]]] = {}
    for code, amount in sorted(amounts.items()):
        account = chart.accounts[code]
        by_line.setdefault(account.line, []).append((account, amount * sign))
    return tuple(
        Figure(one.code, one.id, one.en, one.section, sum(amount for _, amount in parts), tuple(parts))
        for section in sections for one in chart.lines if one.section == section
        if (parts := by_line.get(one.code))
    )
