"""Reads plans of who is to mentor whom, for those who assign in the programme and area."""

from sidamping.features.placements.queries.plans import (
    KIND,
    PLANNERS,
    Because,
    LeftRow,
    Option,
    PairDesk,
    PairRow,
    PlanCard,
    PlanLine,
    may_plan,
    pair_desk,
    plan_card,
    plans_page,
)

__all__ = [
    "KIND",
    "PLANNERS",
    "Because",
    "LeftRow",
    "Option",
    "PairDesk",
    "PairRow",
    "PlanCard",
    "PlanLine",
    "may_plan",
    "pair_desk",
    "plan_card",
    "plans_page",
]
