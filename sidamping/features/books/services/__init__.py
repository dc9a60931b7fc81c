"""Writes of books: one transaction and one activity row each."""

from sidamping.features.books.services.accounts import add_account
from sidamping.features.books.services.adjusting import draft_adjustment
from sidamping.features.books.services.banking import read_statement
from sidamping.features.books.services.carrying import draft_opening
from sidamping.features.books.services.closing import close_period
from sidamping.features.books.services.drafting import (
    Drafted,
    VoucherDraft,
    change_draft,
    discard_draft,
    draft_faults,
    draft_voucher,
    draft_with_proof,
)
from sidamping.features.books.services.founding import FoundedBook, FoundingMember, open_founded_book
from sidamping.features.books.services.importing import import_vouchers
from sidamping.features.books.services.members import admit_member, joining_faults, leaving_faults, release_member
from sidamping.features.books.services.micro import SmallEntry, write_small
from sidamping.features.books.services.opening import open_book
from sidamping.features.books.services.posting import post_voucher
from sidamping.features.books.services.proofs import add_proof, remove_proof
from sidamping.features.books.services.reopening import approve_year, ask_reopening, reopen_period
from sidamping.features.books.services.reversing import reverse_voucher
from sidamping.features.books.services.sharing import draft_sharing
from sidamping.features.books.services.stating import state_figures
from sidamping.features.books.services.templates import drop_template, keep_template
from sidamping.features.books.services.unit_interest import UnitInterest, draft_unit_interest
from sidamping.features.books.services.units import CapitalDraft, draft_capital, open_unit
from sidamping.features.books.services.workers import count_workers
from sidamping.features.books.services.year_end import draft_closing

__all__ = [
    "CapitalDraft", "Drafted", "FoundedBook", "FoundingMember", "SmallEntry", "UnitInterest", "VoucherDraft",
    "add_account", "add_proof", "admit_member", "approve_year", "ask_reopening", "change_draft", "close_period",
    "count_workers", "discard_draft", "draft_adjustment", "draft_capital", "draft_closing", "draft_faults",
    "draft_opening", "draft_sharing", "draft_unit_interest", "draft_voucher", "draft_with_proof", "drop_template",
    "import_vouchers", "joining_faults", "keep_template", "leaving_faults", "open_book", "open_founded_book",
    "open_unit", "post_voucher", "read_statement", "release_member", "remove_proof", "reopen_period",
    "reverse_voucher", "state_figures", "write_small",
]  # fmt: skip
