"""Pages of oversight: parse, call one service or query, render."""

from sidamping.features.oversight.views.benefits import benefit_file, benefit_withdraw, benefits
from sidamping.features.oversight.views.board import board, board_benefits, board_export, board_mentees
from sidamping.features.oversight.views.codes import code_card, visit_code
from sidamping.features.oversight.views.contacts import contact, contact_add, contacts, monitoring
from sidamping.features.oversight.views.indicators import indicators
from sidamping.features.oversight.views.networks import board_networks
from sidamping.features.oversight.views.visits import visit_check, visit_proofs
from sidamping.features.oversight.views.weeks import journal_weeks

__all__ = [
    "benefit_file", "benefit_withdraw", "benefits", "board", "board_benefits", "board_export",
    "board_mentees", "board_networks", "code_card", "contact",
    "contact_add", "contacts", "indicators", "journal_weeks", "monitoring", "visit_check", "visit_code", "visit_proofs",
]  # fmt: skip
