"""Reads of loans within the scope of the books: products, applications, loans on any day, classes, groups."""

from sidamping.features.loans.queries.applications import (
    FOUND,
    application,
    applications_page,
    card_of,
    ceiling_of,
    conditions_of,
    facts_of,
    kept_facts,
    preview,
    savings_of,
)
from sidamping.features.loans.queries.cards import every_loan, loan, loans_of, loans_page, terms_line
from sidamping.features.loans.queries.conflicts import KINDS, clashes_of, deciders_of, grounds, is_bound
from sidamping.features.loans.queries.groups import GroupCard, GroupLine, companions, group, group_of, groups
from sidamping.features.loans.queries.health import HealthFigures, health_figures
from sidamping.features.loans.queries.lines import (
    ApplicationCard,
    ApplicationLine,
    Clash,
    ConditionLine,
    EventLine,
    Facts,
    LoanCard,
    LoanRow,
    PlanLine,
    TermsLine,
)
from sidamping.features.loans.queries.portfolio import Portfolio, Tie, ageing_page, every_aged, portfolio, ties
from sidamping.features.loans.queries.products import every_terms, terms_on
from sidamping.features.loans.queries.proposals import ProposalLine, loan_of_proposal, proposals
from sidamping.features.loans.queries.told import rests_on

__all__ = [
    "FOUND", "KINDS", "ApplicationCard", "ApplicationLine", "Clash", "ConditionLine", "EventLine", "Facts",
    "GroupCard", "GroupLine", "HealthFigures", "LoanCard", "LoanRow", "PlanLine", "Portfolio", "ProposalLine",
    "TermsLine", "Tie", "ageing_page", "application", "applications_page", "card_of", "ceiling_of", "clashes_of",
    "companions", "conditions_of", "deciders_of", "every_aged", "every_loan", "every_terms", "facts_of", "grounds",
    "group", "group_of", "groups", "health_figures", "is_bound", "kept_facts", "loan", "loan_of_proposal", "loans_of",
    "loans_page", "portfolio", "preview", "proposals", "rests_on", "savings_of", "terms_line", "terms_on", "ties",
]  # fmt: skip
