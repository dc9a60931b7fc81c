"""Charts of accounts of the rulebook as the ledger wants them, on a day; a cooperative may add accounts under them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sidamping.domain.ledger.chart import SAVINGS_CAPITAL, Account, Chart, StatementLine, chart
from sidamping.domain.ledger.units import UNIT_CAPITAL, Between, unit_accounts
from sidamping.rules.chart_shapes import UNIT
from sidamping.rules.forms import Label
from sidamping.rules.in_force import in_force, names
from sidamping.rules.loader import RuleFile, book
from sidamping.rules.trace import RuleRef, ref

KIND, MICRO, SAVINGS_AND_LOAN = "charts", "mikro", "ksp"
"""The chart of a micro business is no choice of a cooperative."""


def chart_of(name: str, on: date) -> tuple[Chart, RuleRef]:
    """A chart as it stood on a day, with its citation; NotInForce when there is none."""
    file = in_force(name, on=on, kind=KIND)
    return _built(file), ref(file)


def pinned_chart(version: str) -> Chart:
    """The chart a book was opened on, by its path ('ksp/2026-01-01'); KeyError when unknown."""
    return _built(book().files[f"{KIND}/{version.removeprefix(f'{KIND}/').removesuffix('.yaml')}.yaml"])


def lines_of_chart(version: str) -> tuple[StatementLine, ...]:
    """The lines of statements of a pinned chart, for a book that has accounts of its own."""
    return pinned_chart(version).lines


def bringing(name: str, unit: str, on: date) -> tuple[tuple[Account, ...], RuleRef]:
    """The accounts that a unit on a chart brings into a book, with those between it and the cooperative."""
    found, cited = chart_of(name, on)
    told = in_force(name, on=on, kind=KIND).data["between"]
    between = [
        Between(
            Account(one["code"], one["id"], one["en"], one["group"], one["line"]), one["kind"], one["side"] == UNIT
        )
        for one in told["accounts"]
    ]
    role = SAVINGS_CAPITAL if name == SAVINGS_AND_LOAN else UNIT_CAPITAL
    return unit_accounts(unit, tuple(found.accounts.values()), between, told["left_out"], role), cited


def charts_on(on: date) -> tuple[tuple[str, Label], ...]:
    """The charts of cooperatives in force on a day with their titles, for a choice."""
    files = ((name, in_force(name, on=on, kind=KIND)) for name in chart_names() if name != MICRO)
    return tuple((name, Label(**file.data["title"])) for name, file in files)


def chart_names() -> tuple[str, ...]:
    """The charts there are."""
    return names(KIND)


@lru_cache(maxsize=32)
def _built(file: RuleFile) -> Chart:
    return chart(
        (Account(**one) for one in file.data["accounts"]), (StatementLine(**one) for one in file.data["lines"])
    )
