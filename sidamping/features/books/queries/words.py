"""Accounts in the reader's language."""

from __future__ import annotations

from sidamping.domain.ledger.chart import Account
from sidamping.platform.http.language import reader_language


def named(account: Account) -> str:
    """The account's name in the reader's language."""
    return account.en if reader_language() == "en" else account.id
