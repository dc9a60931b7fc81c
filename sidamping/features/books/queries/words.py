"""Accounts in the reader's language, and the purses among them as a form offers them."""

from __future__ import annotations

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.plain import purses
from sidamping.domain.ledger.units import savings_unit
from sidamping.platform.http.language import reader_language


def named(account: Account) -> str:
    """The account's name in the reader's language."""
    return account.en if reader_language() == "en" else account.id


def purses_to_choose(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Code and name of the accounts that hold money, those of a unit of savings and loans first, cash before banks."""
    saving = savings_unit(chart)
    found = sorted(purses(chart), key=lambda one: one.unit != saving)
    return tuple((one.code, named(one)) for one in found)
