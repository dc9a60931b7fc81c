"""Reads of books: cards and lists within the viewer's scope, balances at any day, entries for reckoning."""

from sidamping.features.books.queries.amounts import balances, sums, trial_balance
from sidamping.features.books.queries.asking import BESIDE_EACH_OTHER, Ask
from sidamping.features.books.queries.beside import BesideDraft, beside_draft
from sidamping.features.books.queries.bound import (
    Bound,
    bound,
    drafts_of,
    held_by,
    lent_by_account,
    member_names,
    vouchers_on,
)
from sidamping.features.books.queries.cards import book, book_of, books_page, chart_of_book, voucher, vouchers
from sidamping.features.books.queries.checking import WaitingDrafts, drafts_to_check, posting_words, waiting_drafts
from sidamping.features.books.queries.earlier import earlier_drafts
from sidamping.features.books.queries.entries import is_book, posted_entries
from sidamping.features.books.queries.flows import monthly
from sidamping.features.books.queries.health import BookedHealth, booked_health
from sidamping.features.books.queries.journals import journal_page
from sidamping.features.books.queries.kept import KeptBook, kept_book, kept_of, own_kept_book
from sidamping.features.books.queries.ledger import ledger
from sidamping.features.books.queries.lines import (
    CHECK,
    DRAFT,
    POSTED,
    BookCard,
    BookHead,
    Fault,
    LedgerLine,
    LedgerPage,
    PeriodLine,
    VoucherCard,
)
from sidamping.features.books.queries.made_above import Room, tell_room
from sidamping.features.books.queries.measures import Measured, behind, measured
from sidamping.features.books.queries.members import (
    MemberLine,
    member,
    member_head,
    members_page,
    members_to_choose,
    next_number,
)
from sidamping.features.books.queries.monthly_lines import BookLine, BookMonth, month_of_book
from sidamping.features.books.queries.ratios import RatioReading, ledger_amounts, ratios, stated_figures
from sidamping.features.books.queries.reading import (
    CashBook,
    cash_book,
    purse_month,
)
from sidamping.features.books.queries.rebuild import rebuilt
from sidamping.features.books.queries.savers import (
    MemberPosting,
    MemberRow,
    drafted_by_account,
    drafted_sums,
    member_month,
    member_postings,
    member_register,
    member_sums,
)
from sidamping.features.books.queries.scope import NAMERS, READERS, readable, readable_by_name, writes
from sidamping.features.books.queries.shares import FUNDS, Shareholder, SurplusBasis, share_out, surplus_basis
from sidamping.features.books.queries.shares import WORDS as FUND_WORDS
from sidamping.features.books.queries.small_months import BookedMonth, booked_months
from sidamping.features.books.queries.statements import STATEMENTS, statement
from sidamping.features.books.queries.templates import TemplateLine, own_template, templates
from sidamping.features.books.queries.units import UnitLine, owed_between, savings_chart, units
from sidamping.features.books.queries.words import categories_to_choose, named, purses_to_choose
from sidamping.features.books.queries.year_end import Approval, approval, approval_at

__all__ = [
    "BESIDE_EACH_OTHER", "CHECK", "DRAFT", "FUNDS", "FUND_WORDS", "NAMERS", "POSTED", "READERS", "STATEMENTS",
    "Approval", "Ask", "BesideDraft", "BookCard", "BookHead", "BookLine", "BookMonth", "BookedHealth",
    "BookedMonth", "Bound", "CashBook", "Fault", "KeptBook", "LedgerLine", "LedgerPage", "Measured", "MemberLine",
    "MemberPosting", "MemberRow", "PeriodLine", "RatioReading", "Room", "Shareholder", "SurplusBasis",
    "TemplateLine", "UnitLine", "VoucherCard", "WaitingDrafts", "approval", "approval_at", "balances", "behind",
    "beside_draft", "book", "book_of", "booked_health", "booked_months", "books_page", "bound", "cash_book",
    "categories_to_choose", "chart_of_book", "drafted_by_account", "drafted_sums", "drafts_of", "drafts_to_check",
    "earlier_drafts", "held_by", "is_book", "journal_page", "kept_book", "kept_of", "ledger", "ledger_amounts",
    "lent_by_account", "measured", "member", "member_head", "member_month", "member_names", "member_postings",
    "member_register", "member_sums", "members_page", "members_to_choose", "month_of_book", "monthly", "named",
    "next_number", "owed_between", "own_kept_book", "own_template", "posted_entries", "posting_words",
    "purse_month", "purses_to_choose", "ratios", "readable", "readable_by_name", "rebuilt", "savings_chart",
    "share_out", "stated_figures", "statement", "sums", "surplus_basis", "tell_room", "templates", "trial_balance",
    "units", "voucher", "vouchers", "vouchers_on", "waiting_drafts", "writes",
]  # fmt: skip
