"""What founders agree about money and terms of office: savings, years, and how the surplus is shared (E19, E13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sidamping.domain.figures import MOST
from sidamping.domain.problems import Problem, problem

LEAST = {"principal": 1, "mandatory": 0}
"""The least that savings of a founder come to."""
ORGANS = {"board_years": "management", "supervisors_years": "supervision"}
"""Field → organ whose longest term bounds it."""


@dataclass(frozen=True)
class TermsDraft:
    """Savings of each founder in rupiah, years of office, percent of the surplus by pot."""

    principal: int
    mandatory: int
    board_years: int
    supervisors_years: int
    shares: Mapping[str, int]


def terms_faults(draft: TermsDraft, longest: Mapping[str, int], whole: int) -> Iterator[Problem]:
    """Everything wrong at once; `longest` are the years the rule allows an organ, `whole` what the pots add up to."""
    for field, least in LEAST.items():
        amount = getattr(draft, field)
        if not least <= amount <= MOST:
            yield problem("FOUNDING_011", field, seen=amount, least=least)
    for field, organ in ORGANS.items():
        years = getattr(draft, field)
        if not 1 <= years <= longest[organ]:
            yield problem("FOUNDING_012", field, seen=years, most=longest[organ])
    total = sum(draft.shares.values())
    if total != whole or any(share < 0 for share in draft.shares.values()):
        yield problem("FOUNDING_013", "shares", seen=total, whole=whole)
