"""Units that keep accounts of their own within one book, such as a USP beside a shop: each balances by itself.

Accounts between units come in pairs, one on each side of a boundary. Both together are nothing, so they go out of
what is told of the whole cooperative (books.md 8.9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.chart import EQUITY, SAVINGS_CAPITAL, Account, Chart
from sidamping.domain.ledger.closing import UNDISTRIBUTED
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.sheets import Column
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem

Value = TypeVar("Value")
TOGETHER = Column("Gabungan", "Consolidated")
"""The last column of a statement that shows units beside each other."""
HEAD = ""
"""The cooperative itself: members' capital, funds, and what no unit keeps."""
UNIT_CODE = r"^[A-Z]{2,6}$"
CURRENT, CAPITAL, EARNED, PAID = "current", "capital", "earned", "paid"
KINDS = (CURRENT, CAPITAL, EARNED, PAID)
"""What a pair holds: what units owe each other from day to day, the capital one was given for good, and the interest
that a unit got from the cooperative or paid it."""
UNIT_CAPITAL = "unit_capital"
"""The role of the capital of any other unit than that of savings and loans."""


@dataclass(frozen=True)
class Between:
    """An account that a chart has ready for a boundary; `inside` it is one of the unit, else of the cooperative."""

    account: Account
    kind: str
    inside: bool


def pair(unit: str, kind: str) -> str:
    """The name that both accounts of a boundary carry."""
    return f"{unit}.{kind}"


def unit_accounts(
    unit: str, own: Iterable[Account], between: Iterable[Between], left_out: Iterable[str], capital_role: str
) -> tuple[Account, ...]:
    """The accounts a new unit brings: those of its chart without lines that the cooperative keeps, and both pairs."""
    kept = set(left_out)
    found = [_marked(one, unit) for one in own if one.line not in kept and not (one.header and _empty(one, own, kept))]
    for one in between:
        role = capital_role if one.inside and one.kind == CAPITAL else ""
        made = replace(_marked(one.account, unit), pair=pair(unit, one.kind), role=role)
        found.append(made if one.inside else replace(made, unit=HEAD))
    return tuple(found)


def account_of_unit(account: str, unit: str) -> str:
    """The number that an account of a chart has in a unit."""
    return f"{account}-{unit}"


def paired(chart: Chart, unit: str, kind: str) -> tuple[Account, Account]:
    """Both accounts of a boundary: the unit's and the cooperative's."""
    both = [one for one in chart.accounts.values() if one.pair == pair(unit, kind)]
    inside, outside = sorted(both, key=lambda one: one.unit == HEAD)
    return inside, outside


def savings_unit(chart: Chart) -> str:
    """The unit that takes savings and gives loans; the cooperative itself where no unit does."""
    code = chart.roles.get(SAVINGS_CAPITAL)
    return chart.accounts[code].unit if code else HEAD


def seen_from(chart: Chart, unit: str) -> Chart:
    """The same accounts; a role that the unit plays is played by its own account."""
    own = {one.role: one.code for one in chart.accounts.values() if one.role and one.unit == unit}
    return replace(chart, roles={**chart.roles, **own})


def facing(chart: Chart, unit: str) -> Chart:
    """What money of a unit is used for: its own accounts, and members' capital, which the cooperative keeps."""
    return _narrowed(seen_from(chart, unit), lambda one: not one.pair and (one.unit == unit or of_members(one)))


def of_members(one: Account) -> bool:
    """Whether it is members' capital, which the cooperative keeps for all units."""
    return one.unit == HEAD and one.per_member and one.group == EQUITY


def only(chart: Chart, unit: str | None) -> Chart:
    """The accounts of one unit with its side of the pairs; None: of the whole cooperative, without any pair."""
    if unit is None:
        return _narrowed(chart, lambda one: not one.pair)
    return _narrowed(seen_from(chart, unit), lambda one: one.unit == unit)


def beside(chart: Chart, whole: Balances) -> list[dict[str, int]]:
    """What the cooperative and each unit hold, what goes out of that, and what all of them hold together."""
    parts = [within(only(chart, unit), whole) for unit in (HEAD, *chart.units)]
    together = within(only(chart, None), whole)
    return [*parts, gone(parts, together), together]


def gone(parts: Iterable[Mapping[Value, int]], together: Mapping[Value, int]) -> dict[Value, int]:
    """What makes the parts into the whole: the accounts between them, taken away."""
    found = dict(together)
    for part in parts:
        for key, amount in part.items():
            found[key] = found.get(key, 0) - amount
    return {key: amount for key, amount in found.items() if amount}


def within(chart: Chart, found: Mapping[str, Value]) -> dict[str, Value]:
    """What a mapping by account tells of the accounts of a chart."""
    return {code: value for code, value in found.items() if code in chart.accounts}


def keeps_surplus(chart: Chart) -> Account:
    """Where the surplus of a closed year lies: a unit owes it to the cooperative."""
    if UNDISTRIBUTED in chart.roles:
        return chart.role(UNDISTRIBUTED)
    own = [one for one in chart.accounts.values() if one.unit and one.pair == pair(one.unit, CURRENT)]
    return own[0] if own else chart.role(UNDISTRIBUTED)


def apart(lines: Iterable[Line], chart: Chart) -> dict[str, int]:
    """What each unit has more in debit than in credit; those that balance, and unknown accounts, are absent."""
    found: dict[str, int] = {}
    for one in lines:
        if one.account in chart.accounts:
            unit = chart.accounts[one.account].unit
            found[unit] = found.get(unit, 0) + one.amount
    return {unit: amount for unit, amount in found.items() if amount}


def evened(lines: Iterable[Line], chart: Chart) -> tuple[Line, ...]:
    """The lines, and for each unit that gave or took something, what it and the cooperative owe each other for it.

    A voucher that does not balance as a whole stays as it is: nobody can tell which unit lacks what.
    """
    kept = tuple(lines)
    if not chart.units:
        return kept
    if sum(one.amount for one in kept) != 0 or any(one.account not in chart.accounts for one in kept):
        return kept
    more: list[Line] = []
    for unit, amount in sorted(apart(kept, chart).items()):
        if unit != HEAD:
            inside, outside = paired(chart, unit, CURRENT)
            more += [Line(inside.code, -amount), Line(outside.code, amount)]
    return (*kept, *more)


def interest_lines(chart: Chart, lender: str, borrower: str, amount: int) -> tuple[Line, ...]:
    """Interest of money that one unit leaves to another; each settles with the cooperative, which may be either.

    Income of the lender and expense of the borrower cancel pair by pair; `evened` adds what is owed for it.
    """
    found: list[Line] = []
    for unit, kind, sign in ((lender, EARNED, -1), (borrower, PAID, 1)):
        if unit != HEAD:
            inside, outside = paired(chart, unit, kind)
            found += [Line(inside.code, sign * amount), Line(outside.code, -sign * amount)]
    return tuple(found)


def uncancelled(chart: Chart, amounts: Balances) -> dict[str, int]:
    """The pairs that do not vanish, with what is left of them; empty, always, or a guard was broken."""
    found: dict[str, int] = {}
    for code, amount in amounts.items():
        if name := chart.accounts[code].pair:
            found[name] = found.get(name, 0) + amount
    return {name: amount for name, amount in found.items() if amount}


def unit_faults(voucher: str, lines: Iterable[Line], chart: Chart) -> list[Problem]:
    """Why the gate would refuse the lines of a voucher that balances as a whole: a unit, or a pair, does not."""
    if not chart.units:
        return []
    kept = [one for one in lines if one.account in chart.accounts]
    if sum(one.amount for one in kept) != 0:
        return []
    amounts: dict[str, int] = {}
    for one in kept:
        amounts[one.account] = amounts.get(one.account, 0) + one.amount
    found = [
        problem("UNITS_001", voucher, voucher=voucher, unit=unit or "induk", apart=rupiah(abs(amount)))
        for unit, amount in sorted(apart(kept, chart).items())
    ]
    return found + [
        problem("UNITS_002", voucher, voucher=voucher, unit=name.partition(".")[0], apart=rupiah(abs(amount)))
        for name, amount in sorted(uncancelled(chart, amounts).items())
    ]


def _narrowed(chart: Chart, wanted: Callable[[Account], bool]) -> Chart:
    """A chart with fewer accounts, and only the roles that these play; itself where there are no units."""
    if not chart.units:
        return chart
    kept = {code: one for code, one in chart.accounts.items() if wanted(one)}
    return replace(chart, accounts=kept, roles={role: code for role, code in chart.roles.items() if code in kept})


def _marked(one: Account, unit: str) -> Account:
    code = account_of_unit(one.code, unit)
    return replace(one, code=code, id=f"{one.id} ({unit})", en=f"{one.en} ({unit})", unit=unit)


def _empty(head: Account, own: Iterable[Account], left_out: set[str]) -> bool:
    """Whether a heading has no account left under it."""
    return all(one.line in left_out for one in own if one.group == head.group and not one.header)
