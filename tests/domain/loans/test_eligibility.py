"""A loan's conditions and ceilings are explained one by one; nothing unanswered counts as no."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.loans.ceilings import ceiling
from sidamping.domain.loans.eligibility import NOT_MET, UNANSWERED, eligibility
from sidamping.rules.finance import loan_ceilings, loan_conditions
from sidamping.rules.in_force import NotInForce

DAY, NTT = date(2026, 11, 21), "53.01"


def test_the_guideline_names_eight_conditions() -> None:
    conditions = loan_conditions(DAY, NTT)
    assert [one.code for one in conditions] == [
        "near", "income", "savings", "arrears", "crime", "character", "education", "collateral",
    ]
    assert {one.cite for one in conditions} == {"pergub-ntt-33-2018#I.D.c.syarat"}


def test_one_no_is_enough_and_a_missing_answer_is_not_a_no() -> None:
    conditions = loan_conditions(DAY, NTT)
    yes = {one.code: True for one in conditions}
    assert eligibility(conditions, yes).eligible is True
    open_ = eligibility(conditions, {**yes, "income": None})
    assert (open_.eligible, [one.code for one in open_.of(UNANSWERED)]) == (None, ["income"])
    refused = eligibility(conditions, {"arrears": False})
    assert (refused.eligible, [one.code for one in refused.of(NOT_MET)]) == (False, ["arrears"])


@pytest.mark.parametrize(
    ("savings", "collateral", "allowed", "binding"),
    [
        (2_000_000, None, 6_000_000, "savings"),
        (2_000_000, 10_000_000, 6_000_000, "savings"),
        (2_000_000, 7_999_999, 5_999_999, "collateral"),
        (0, None, 0, "savings"),
        (2_000_000, 0, 0, "collateral"),
    ],
)
def test_the_least_ceiling_holds(savings: int, collateral: int | None, allowed: int, binding: str) -> None:
    made = ceiling(loan_ceilings(DAY, NTT), savings=savings, collateral=collateral)
    assert (made.allowed, made.binding.kind, made.over(allowed + 1)) == (allowed, binding, 1)


def test_outside_of_the_province_the_same_figures_are_a_sample() -> None:
    assert {one.status for one in ceiling(loan_ceilings(DAY, NTT), savings=1, collateral=1).limits} == {"resmi"}
    assert {one.status for one in ceiling(loan_ceilings(DAY, "52.01"), savings=1, collateral=1).limits} == {"contoh"}
    with pytest.raises(NotInForce):
        loan_ceilings(date(2018, 7, 22), NTT)
