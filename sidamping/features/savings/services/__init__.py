"""Writes of savings. Money moves only through drafts of the book, which a second person checks and posts."""

from sidamping.features.savings.services.crediting import credit_interest
from sidamping.features.savings.services.depositing import DepositDraft, open_deposit, pay_deposit
from sidamping.features.savings.services.excess import move_excess
from sidamping.features.savings.services.heirs import end_heir, name_heir
from sidamping.features.savings.services.paying import pay_out_leaver, withdraw
from sidamping.features.savings.services.receiving import Receipt, collect, receive
from sidamping.features.savings.services.terms import set_terms

__all__ = [
    "DepositDraft", "Receipt", "collect", "credit_interest", "end_heir", "move_excess", "name_heir", "open_deposit",
    "pay_deposit", "pay_out_leaver", "receive", "set_terms", "withdraw",
]  # fmt: skip
