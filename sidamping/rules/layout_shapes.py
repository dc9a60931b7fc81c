"""The shape of a layout of statements in the rulebook: for each statement its rows, which take accounts or add rows."""

from __future__ import annotations

from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

ROW = table(
    key=code, id=text, en=text, head=maybe(flag), total=maybe(flag), lines=maybe(each(code)),
    accounts=maybe(each(text)), roles=maybe(each(code)),
    flow=maybe(choice("in", "out")), sum=maybe(each(code)), less=maybe(each(code)), given=maybe(choice("opening")),
)
STATEMENTS = ("balance", "surplus", "cash")
PARTS: dict[str, Shape | Maybe] = {"balance": each(ROW), "surplus": each(ROW), "cash": maybe(each(ROW))}
