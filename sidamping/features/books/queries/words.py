"""Accounts in the reader's language, and the purses among them as a form offers them."""

from __future__ import annotations

from sidamping.domain.ledger.chart import ASSETS, EQUITY, EXPENSE, INCOME, LIABILITIES, Account, Chart
from sidamping.domain.ledger.plain import IN, OUT, purses
from sidamping.domain.ledger.units import savings_unit
from sidamping.platform.http.language import reader_language

CATEGORIES = {IN: (INCOME, LIABILITIES, EQUITY, ASSETS), OUT: (EXPENSE, ASSETS, LIABILITIES, EQUITY)}
"""What money of a small business comes in or goes out for, the commonest groups first."""


def named(account: Account) -> str:
    """The account's name in the reader's language."""
    return account.en if reader_language() == "en" else account.id


def purses_to_choose(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Code and name of the accounts that hold money, those of a unit of savings and loans first, cash before banks."""
    saving = savings_unit(chart)
    found = sorted(purses(chart), key=lambda one: one.unit != saving)
    return tuple((one.code, named(one)) for one in found)


def categories_to_choose(chart: Chart, side: str) -> tuple[tuple[str, str], ...]:
    """Code and name of what money of a small business can come in or go out for."""
    kept = {one.code for one in purses(chart)} | {chart.role("undistributed_surplus").code}
    found = (one for group in CATEGORIES[side] for one in chart.of(group))
    return tuple((one.code, named(one)) for one in found if not one.header and one.code not in kept)
