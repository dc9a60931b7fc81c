"""Books: accounts, months, vouchers that are drafted and then posted for good, and their postings.

The database refuses what would break a book, whoever writes: see migrations/0002_guard.py and decision 0019.
"""

from sidamping.features.books.models.beside import (
    BankLine,
    BankMapping,
    HeadCount,
    Reopening,
    StatedFigure,
    YearApproval,
)
from sidamping.features.books.models.books import Account, Book, Member, Period, Unit
from sidamping.features.books.models.vouchers import (
    MOST_NAME,
    MOST_NOTE,
    MOST_TEMPLATE_TEXT,
    MOST_TEXT,
    EarlierDraft,
    Posting,
    Proof,
    Series,
    Template,
    Voucher,
)

__all__ = [
    "MOST_NAME", "MOST_NOTE", "MOST_TEMPLATE_TEXT", "MOST_TEXT", "Account", "BankLine", "BankMapping", "Book",
    "EarlierDraft", "HeadCount", "Member", "Period", "Posting", "Proof", "Reopening", "Series", "StatedFigure",
    "Template", "Unit", "Voucher", "YearApproval",
]  # fmt: skip
