"""Which values the articles of a cooperative may set stricter than the rule, and whether a value is stricter.

A share of members is set in whole percent; days before a meeting and years of a term as they are.
"""

from __future__ import annotations

from fractions import Fraction

INVITATION, QUORUM = "invitation", "quorum"
EXTRAORDINARY_QUORUM, EXTRAORDINARY_APPROVAL = "extraordinary-quorum", "extraordinary-approval"
BOARD_TERM, SUPERVISORS_TERM = "management", "supervision"
SHARES = (QUORUM, EXTRAORDINARY_QUORUM, EXTRAORDINARY_APPROVAL)
TERMS = (BOARD_TERM, SUPERVISORS_TERM)
KEYS = (INVITATION, *SHARES, *TERMS)
MOST_DAYS = 90


def bounds(key: str, rule: Fraction) -> tuple[int, int]:
    """The lowest and highest value the articles may set beside the rule's."""
    if key == INVITATION:
        return int(rule), MOST_DAYS
    if key in TERMS:
        return 1, int(rule)
    return -(-rule.numerator * 100 // rule.denominator), 100
