"""Layouts of statements in the rulebook as the ledger wants them, on a day, and the one a kind of cooperative owes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sidamping.domain.ledger.layouts import Layout, Plan
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.layout_shapes import STATEMENTS
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

KIND = "layouts"
OFFICIAL = "sak-ep"


def layouts_on(on: date) -> tuple[Layout, ...]:
    """Every layout in force on a day, the standard of the law first."""
    found = []
    for name in sorted(names(KIND), key=lambda one: (one != OFFICIAL, one)):
        try:
            found.append(layout_of(name, on)[0])
        except NotInForce:
            continue
    return tuple(found)


def layout_of(name: str, on: date) -> tuple[Layout, RuleRef]:
    """A layout as it stood on a day, with its citation; NotInForce when there is none."""
    file = in_force(name, on=on, kind=KIND)
    return _built(file), ref(file)


def standard_on(on: date, savings_and_loan: bool) -> tuple[str, RuleRef]:
    """The accounting standard a cooperative owes on a day (R-SAK), with its citation."""
    rule = in_force("R-SAK", on=on)
    key = "savings-and-loan" if savings_and_loan else "real-sector"
    return str(rule.value(key)), ref(rule, key)


@lru_cache(maxsize=16)
def _built(file: RuleFile) -> Layout:
    balance, surplus, cash = (tuple(Plan(**one) for one in file.data.get(key, ())) for key in STATEMENTS)
    title, note = file.data["title"], file.data.get("note", "")
    return Layout(
        file.name, title["id"], title["en"], file.data["cite"], file.data["status"], balance, surplus, cash, note
    )
