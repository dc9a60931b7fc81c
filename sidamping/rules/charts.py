"""Charts of accounts of the rulebook as the ledger wants them, on a day; a cooperative may add accounts under them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sidamping.domain.ledger.chart import Account, Chart, StatementLine, chart
from sidamping.rules.in_force import in_force, names
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

KIND = "charts"


def chart_of(name: str, on: date) -> tuple[Chart, RuleRef]:
    """A chart as it stood on a day, with its citation; NotInForce when there is none."""
    file = in_force(name, on=on, kind=KIND)
    return _built(file), ref(file)


def chart_names() -> tuple[str, ...]:
    """The charts there are."""
    return names(KIND)


@lru_cache(maxsize=32)
def _built(file: RuleFile) -> Chart:
    return chart(
        (Account(**one) for one in file.data["accounts"]), (StatementLine(**one) for one in file.data["lines"])
    )
