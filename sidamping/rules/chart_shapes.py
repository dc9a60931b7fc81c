"""The shape of a chart of accounts in the rulebook: accounts with their group and line, and the lines of statements."""

from __future__ import annotations

from sidamping.domain.ledger.chart import GROUPS, MEMBER, NON_MEMBER
from sidamping.domain.ledger.statements import BALANCE_SECTIONS, PHU_SECTIONS
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

ACCOUNT = table(
    code=text, id=text, en=text, group=choice(*GROUPS), line=maybe(code), contra=maybe(flag),
    scope=maybe(choice(MEMBER, NON_MEMBER)), per_member=maybe(flag), cash=maybe(flag), role=maybe(text),
    header=maybe(flag), unit=maybe(code),
)
LINE = table(code=code, id=text, en=text, section=choice(*BALANCE_SECTIONS, *PHU_SECTIONS))
PARTS: dict[str, Shape | Maybe] = {"accounts": each(ACCOUNT), "lines": each(LINE)}
