"""Reads of budgets within the scope of their books."""

from sidamping.features.budgets.queries.cards import (
    BudgetCard,
    BudgetHead,
    KeptLine,
    RemarkLine,
    budget,
    budget_of_line,
    budgets_of,
    plan_of,
)
from sidamping.features.budgets.queries.sheets import DIRECTIONS, PARTS, by_month, compared, planned

__all__ = [
    "DIRECTIONS", "PARTS", "BudgetCard", "BudgetHead", "KeptLine", "RemarkLine", "budget", "budget_of_line",
    "budgets_of", "by_month", "compared", "plan_of", "planned",
]  # fmt: skip
