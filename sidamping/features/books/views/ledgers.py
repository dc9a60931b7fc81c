"""The four textbook forms of an account's ledger as table rows: T, two columns, single and double balance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.balances import sides
from sidamping.features.books.queries import LedgerLine, LedgerPage

SINGLE, DOUBLE, TWO, TEE = "tunggal", "ganda", "dua", "t"
FORMS = ((SINGLE, _("Saldo tunggal")), (DOUBLE, _("Saldo ganda")), (TWO, _("Dua kolom")), (TEE, _("Bentuk T")))


@dataclass(frozen=True)
class LedgerRow:
    """A line with its balance in the account's own direction, and in two columns."""

    line: LedgerLine
    debit: int
    credit: int
    shown: int
    balance_debit: int
    balance_credit: int


def columns(read: LedgerPage, chosen: str) -> list[LedgerRow] | list[tuple[LedgerLine | None, LedgerLine | None]]:
    """Rows of the chosen form; for T and two columns debits stand beside credits."""
    if chosen in (TWO, TEE):
        debits = [one for one in read.lines if one.amount > 0]
        return list(zip_longest(debits, [one for one in read.lines if one.amount < 0]))
    return [
        LedgerRow(one, *sides(one.amount), read.account.shown(one.balance), *sides(one.balance)) for one in read.lines
    ]
