"""Lays amounts by account out in the rows of a layout. A layout is data: which accounts a line takes, what a sum adds.

An account stands in the line that names its role, else the longest beginning of its code, else its line of the chart.
One that no line takes is told as a fault; it is never put somewhere quietly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.sheets import HEAD, LINE, SUM, TOTAL, Cell, Row, Term, added
from sidamping.domain.problems import Problem, problem

IN, OUT = "in", "out"
OPENING = "opening"
BY_ROLE = 1000
"""A role names an account more closely than any beginning of a code."""


@dataclass(frozen=True)
class Plan:
    """A row of a layout. `sum` and `less` name rows above; `lines` and `accounts` what a line takes."""

    key: str
    id: str
    en: str
    head: bool = False
    total: bool = False
    lines: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    flow: str = ""
    sum: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    given: str = ""

    @property
    def adds(self) -> bool:
        return bool(self.sum or self.less)


@dataclass(frozen=True)
class Layout:
    """The statements of a standard or office, each as its rows; a statement it does not ask for has none."""

    name: str
    id: str
    en: str
    cite: str
    status: str
    balance: tuple[Plan, ...]
    surplus: tuple[Plan, ...]
    cash: tuple[Plan, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Amount:
    """What an account shows in each column; `flow` tells money that came in from money that went out."""

    account: Account
    columns: tuple[int, ...]
    flow: str = ""


Given = Mapping[str, tuple[int, ...]]


def laid(
    plans: Sequence[Plan], amounts: Iterable[Amount], width: int, given: Given | None = None
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows in order, and a fault for each account that no line takes."""
    taken: dict[str, list[Amount]] = {}
    faults = []
    for one in amounts:
        if not any(one.columns):
            continue
        key = place(plans, one.account, one.flow)
        if key:
            taken.setdefault(key, []).append(one)
        else:
            faults.append(problem("STATEMENTS_001", one.account.code, account=f"{one.account.code} {one.account.id}"))
    rows: dict[str, Row] = {}
    for plan in plans:
        rows[plan.key] = _row(plan, taken.get(plan.key, []), rows, width, given or {})
    return tuple(rows.values()), tuple(faults)


def place(plans: Iterable[Plan], account: Account, flow: str = "") -> str:
    """The key of the line that takes an account; '' when none does."""
    found, longest = "", -1
    for plan in plans:
        if plan.flow != flow:
            continue
        if (fit := _fit(plan, account)) > longest:
            found, longest = plan.key, fit
    return found


def _fit(plan: Plan, account: Account) -> int:
    """How closely a line names an account; -1 where it does not."""
    if account.role and account.role in plan.roles:
        return BY_ROLE
    begins = [len(one) for one in plan.accounts if account.code.startswith(one)]
    return max(begins, default=0 if account.line in plan.lines else -1)


def _row(plan: Plan, taken: list[Amount], rows: Mapping[str, Row], width: int, given: Given) -> Row:
    if plan.head:
        return Row(HEAD, plan.key, plan.id, plan.en)
    if plan.given:
        cells = tuple(Cell(one) for one in given.get(plan.given, (0,) * width))
        return Row(SUM, plan.key, plan.id, plan.en, cells)
    if plan.adds:
        level = TOTAL if plan.total else SUM
        return Row(level, plan.key, plan.id, plan.en, tuple(added(_terms(plan, at), rows) for at in range(width)))
    accounts = tuple((one.account, one.columns) for one in sorted(taken, key=lambda one: one.account.code))
    sums = tuple(Cell(sum(one.columns[at] for one in taken)) for at in range(width))
    return Row(LINE, plan.key, plan.id, plan.en, sums, accounts)


def _terms(plan: Plan, column: int) -> list[Term]:
    plus = [Term(key, column) for key in plan.sum]
    return plus + [Term(key, column, -1) for key in plan.less]
