"""Reads of savings within the viewer's scope; every balance is added up from the postings of the book."""

from sidamping.features.savings.queries.bills import Owing, Owings, arrears, bills_of, excesses, owing
from sidamping.features.savings.queries.deposits import (
    DepositLine,
    deposit,
    deposits,
    next_deposit_number,
)
from sidamping.features.savings.queries.heirs import HeirLine, heirs
from sidamping.features.savings.queries.products import ProductLine, SetTerms, of_kind, products, savings_accounts
from sidamping.features.savings.queries.runs import MadeCredit, Preview, RunLine, preview
from sidamping.features.savings.queries.savers import Pocket, SavedLine, Saver, saver, totals
from sidamping.features.savings.queries.told import rests_on

__all__ = [
    "DepositLine", "HeirLine", "MadeCredit", "Owing", "Owings", "Pocket", "Preview", "ProductLine", "RunLine",
    "SavedLine", "Saver", "SetTerms", "arrears", "bills_of", "deposit", "deposits", "excesses", "heirs",
    "next_deposit_number", "of_kind", "owing", "preview", "products", "rests_on", "saver", "savings_accounts",
    "totals",
]  # fmt: skip
