"""The parts of the RAT book that people write in their own words, in its order, and the one that holds percentages."""

from __future__ import annotations

RULES = "rules"
INSTITUTION, BUSINESS, FINANCE, EVENTS, OTHERS = "institution", "business", "finance", "events", "others"
PERIODIC, YEARLY, ADVICE, SUPERVISORS_PLAN = "periodic", "yearly", "recommendations", "supervisors-plan"
PLAN = "plan"
SURPLUS = "surplus"
BOARD = (INSTITUTION, BUSINESS, FINANCE, EVENTS, OTHERS)
SUPERVISORS = (PERIODIC, YEARLY, ADVICE, SUPERVISORS_PLAN)
WORDS = (RULES, *BOARD, *SUPERVISORS, PLAN)
PARTS = (*WORDS, SURPLUS)
ENCLOSED = (RULES, INSTITUTION, BUSINESS, FINANCE, YEARLY, ADVICE, SUPERVISORS_PLAN)
"""What must be said before the invitation is complete: rules, both reports, the supervisors' plan (C.a)."""
DRAFTED = (RULES, INSTITUTION, BUSINESS, FINANCE, EVENTS, PERIODIC, SURPLUS)
"""What the records say before anybody writes; the other parts are empty until then."""
MOST_LETTERS = 6000
