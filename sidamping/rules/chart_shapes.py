"""The shape of a chart of accounts in the rulebook: accounts with their group and line, the lines of statements,
and what a unit that keeps its own accounts leaves to the cooperative and owes it."""

from __future__ import annotations

from sidamping.domain.ledger.chart import GROUPS, MEMBER, NON_MEMBER
from sidamping.domain.ledger.statements import BALANCE_SECTIONS, PHU_SECTIONS
from sidamping.domain.ledger.units import KINDS
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

COOPERATIVE, UNIT = "cooperative", "unit"
"""The side of a boundary that an account between units stands on."""
ACCOUNT = table(
    code=text, id=text, en=text, group=choice(*GROUPS), line=maybe(code), contra=maybe(flag),
    scope=maybe(choice(MEMBER, NON_MEMBER)), per_member=maybe(flag), cash=maybe(flag), role=maybe(text),
    header=maybe(flag), unit=maybe(code),
)
LINE = table(code=code, id=text, en=text, section=choice(*BALANCE_SECTIONS, *PHU_SECTIONS))
BETWEEN = table(
    left_out=each(code),
    accounts=each(table(
        kind=choice(*KINDS), side=choice(COOPERATIVE, UNIT), code=text, id=text, en=text,
        group=choice(*GROUPS), line=code,
    )),
)  # fmt: skip
PARTS: dict[str, Shape | Maybe] = {"accounts": each(ACCOUNT), "lines": each(LINE), "between": maybe(BETWEEN)}
