"""A chart of accounts: what each account is, where it stands in the statements, and which account plays which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sidamping.domain.problems import Refused, problem

ASSETS, LIABILITIES, EQUITY, INCOME, EXPENSE = "assets", "liabilities", "equity", "income", "expense"
GROUPS = (ASSETS, LIABILITIES, EQUITY, INCOME, EXPENSE)
REAL = (ASSETS, LIABILITIES, EQUITY)
"""Groups of the balance sheet; the others begin every year at nothing."""
NOMINAL = (INCOME, EXPENSE)
DEBIT_GROUPS = (ASSETS, EXPENSE)
MEMBER, NON_MEMBER = "member", "non-member"
SAVINGS_CAPITAL = "savings_unit_capital"
"""The role of the capital of a unit of savings and loans, by which it is known."""
EITHER_SIDE = frozenset({"undistributed_surplus", "inter_unit"})
"""Roles of accounts that may stand on either side: a surplus or a loss, what is owed to a unit or by it."""
OF_SAVINGS = frozenset({"voluntary_savings", "time_deposits", "savings_interest", "deposit_interest"})
"""Roles that the unit of savings and loans plays before the cooperative does."""


@dataclass(frozen=True)
class Account:
    """One account. `contra` turns the normal balance: accumulated depreciation stands among assets, but in credit.

    `unit` keeps accounts of its own within the book; `pair` names the two accounts on both sides of its boundary.
    """

    code: str
    id: str
    en: str
    group: str
    line: str = ""
    contra: bool = False
    scope: str = ""
    per_member: bool = False
    cash: bool = False
    role: str = ""
    header: bool = False
    unit: str = ""
    pair: str = ""

    @property
    def debit_normal(self) -> bool:
        """Whether the account grows on the debit side."""
        return (self.group in DEBIT_GROUPS) != self.contra

    @property
    def either_side(self) -> bool:
        """Whether the balance may rightly stand on the side that is not its normal one."""
        return bool(self.pair) or self.role in EITHER_SIDE

    def shown(self, amount: int) -> int:
        """A signed amount as readers of this account expect it: its normal side above zero."""
        return amount if self.debit_normal else -amount


@dataclass(frozen=True)
class StatementLine:
    """A line of a statement, and the section it stands in."""

    code: str
    id: str
    en: str
    section: str


@dataclass(frozen=True)
class Chart:
    """All accounts by code, and the lines of the statements in order."""

    accounts: Mapping[str, Account]
    lines: tuple[StatementLine, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    units: tuple[str, ...] = ()

    def role(self, name: str) -> Account:
        """The account that plays a role; Refused with BOOKS_011 when the chart has none."""
        if name not in self.roles:
            raise Refused(problem("BOOKS_011", name, role=name))
        return self.accounts[self.roles[name]]

    def of(self, group: str) -> Iterator[Account]:
        """The accounts of a group in order of code."""
        return (one for _, one in sorted(self.accounts.items()) if one.group == group)


def chart(accounts: Iterable[Account], lines: Iterable[StatementLine] = ()) -> Chart:
    """A chart of these accounts; each role is played by the account that names it.

    Of several that do, the cooperative's own plays it; what a unit of savings and loans is there for, that unit's.
    """
    by_code = {one.code: one for one in accounts}
    units = tuple(sorted({one.unit for one in by_code.values()} - {""}))
    named = [one for one in by_code.values() if one.role]
    saving = next((one.unit for one in named if one.role == SAVINGS_CAPITAL), "")
    first = sorted(named, key=lambda one: (one.unit != (saving if one.role in OF_SAVINGS else ""), one.code))
    return Chart(by_code, tuple(lines), {one.role: one.code for one in reversed(first)}, units)
