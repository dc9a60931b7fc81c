"""What a ledger knows of the lines of the monthly development report: stocks at a day, flows of a span (S4 annex, E17).

Amounts stand as readers expect them. A line that the chart has no account for is absent, never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.cashflow import Flows
from sidamping.domain.ledger.chart import ASSETS, EXPENSE, INCOME, MEMBER, NON_MEMBER, Account, Chart
from sidamping.domain.ledger.layouts import IN, OUT
from sidamping.domain.ledger.statements import balance_sheet, surplus

RECEIVABLES, DONATED, LENT = "piutang", "modal-sumbangan", "loans"
SAVED = ("principal_savings", "mandatory_savings", "voluntary_savings")
Chosen = Callable[[Account], bool]


@dataclass(frozen=True)
class Told:
    """An amount and the accounts it was made of."""

    amount: int
    accounts: tuple[str, ...]


def stocks(chart: Chart, held: Balances) -> Mapping[str, Told]:
    """The lines that tell what there is at the end of a day."""
    chosen: dict[str, Chosen] = {
        **{role: _like(chart, role) for role in SAVED if role in chart.roles},
        "member_receivables": lambda one: one.line == RECEIVABLES and one.scope == MEMBER and not one.contra,
        "other_receivables": lambda one: one.line == RECEIVABLES and one.scope == NON_MEMBER and not one.contra,
        "grant_fund": lambda one: one.line == DONATED,
    }
    found = {key: _added(chart, held, wanted) for key, wanted in chosen.items()}
    owned = Told(balance_sheet(chart, held).assets, _codes(chart, lambda one: one.group == ASSETS))
    return {**{key: one for key, one in found.items() if one.accounts}, "total_assets": owned}


def flows(chart: Chart, moved: Balances, beside_cash: Flows) -> Mapping[str, Told]:
    """The lines that tell what happened: `moved` without openings and closings, loans as they went through cash."""
    made = surplus(chart, moved)
    income, costs = (_codes(chart, _in(group)) for group in (INCOME, EXPENSE))
    came = -sum(amount for code, amount in moved.items() if chart.accounts[code].group == INCOME)
    found = {
        "income": Told(came, income),
        "costs": Told(came - made.after_tax, costs),
        "surplus": Told(made.after_tax, (*income, *costs)),
    }
    if LENT not in chart.roles:
        return found
    lent = _codes(chart, lambda one: one.line == chart.role(LENT).line and not one.contra)
    return {
        **found,
        "loans_given": Told(sum(beside_cash.get((code, OUT), 0) for code in lent), lent),
        "instalments": Told(sum(beside_cash.get((code, IN), 0) for code in lent), lent),
    }


def _like(chart: Chart, role: str) -> Chosen:
    """Accounts of the line that the account of a role stands in."""
    line = chart.role(role).line
    return lambda one: one.line == line


def _in(group: str) -> Chosen:
    return lambda one: one.group == group


def _added(chart: Chart, held: Balances, wanted: Chosen) -> Told:
    codes = _codes(chart, wanted)
    return Told(sum(_shown(chart.accounts[code], held.get(code, 0)) for code in codes), codes)


def _shown(account: Account, amount: int) -> int:
    """By its group: what is contra lessens the others."""
    return amount if account.group == ASSETS else -amount


def _codes(chart: Chart, wanted: Chosen) -> tuple[str, ...]:
    return tuple(code for code, one in sorted(chart.accounts.items()) if not one.header and wanted(one))
