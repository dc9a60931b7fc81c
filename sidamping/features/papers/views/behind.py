"""The pages of the books that stand behind a figure of the development report: its accounts, or the whole statement."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.periods import Month

MOST_ACCOUNTS = 4
"""A figure of more accounts opens the statement that holds it."""


def behind(book: str, accounts: Sequence[str], stock: bool, month: Month) -> list[tuple[str, str]]:
    """'Akun 3110' → its ledger in the month; 'Neraca' or 'PHU' where many accounts add up."""
    if len(accounts) > MOST_ACCOUNTS:
        name, word = ("balance_sheet", _("Neraca")) if stock else ("surplus", _("PHU"))
        return [(word, f"{reverse(name, args=[book])}?per={month.end}")]
    span = f"?dari={month.start}&sampai={month.end}"
    return [
        (_("Akun %(code)s") % {"code": one}, reverse("account_ledger", args=[book, one]) + span) for one in accounts
    ]
