"""Reads of books: cards and lists within the viewer's scope, balances at any day, entries for reckoning."""

from sidamping.features.books.queries.amounts import balances, member_balances, sums, trial_balance
from sidamping.features.books.queries.cards import book, book_of, chart_of_book, voucher, vouchers
from sidamping.features.books.queries.entries import is_book, posted_entries
from sidamping.features.books.queries.ledger import ledger
from sidamping.features.books.queries.lines import (
    DRAFT,
    POSTED,
    BookCard,
    Fault,
    LedgerLine,
    LedgerPage,
    PeriodLine,
    VoucherCard,
)
from sidamping.features.books.queries.rebuild import rebuilt
from sidamping.features.books.queries.scope import readable, writes

__all__ = [
    "DRAFT", "POSTED", "BookCard", "Fault", "LedgerLine", "LedgerPage", "PeriodLine", "VoucherCard", "balances", "book",
    "book_of", "chart_of_book", "is_book", "ledger", "member_balances", "posted_entries", "readable", "rebuilt", "sums",
    "trial_balance", "voucher", "vouchers", "writes",
]  # fmt: skip
