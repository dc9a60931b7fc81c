"""Published worked examples of SHU, loans, savings and member capital: what ours makes of their inputs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidamping.domain.figures import one_case
from sidamping.domain.loans import plain as loans
from sidamping.domain.loans.schedule import schedule
from sidamping.domain.loans.terms import read_terms
from sidamping.domain.savings import plain as savings
from sidamping.domain.savings import potential
from sidamping.domain.savings.inputs import read_savings
from sidamping.domain.shu import plain as shu
from sidamping.domain.shu.distribution import distribute
from sidamping.domain.shu.inputs import read_request
from sidamping.rules.loader import read_yaml

CASES: list[dict[str, Any]] = read_yaml(Path(__file__).with_name("data").joinpath("finance.yaml").read_bytes())
SOURCE_DIFFERS = {
    "loan-flat-6jt-12-wrong": "charges one month of interest for the whole term",
    "savings-average-idntimes-wrong": "weighs balances by the gap before each mutation and leaves days out",
}
"""Cases whose printed result is wrong, with what the source did; ours is recomputed from the inputs."""


def ours(case: Mapping[str, Any]) -> dict[str, Any]:
    """The whole-rupiah result of a case, by the keys of its kind."""
    kind, inputs = case["kind"], case["inputs"]
    if kind == "shu_member":
        return shu.as_plain(distribute(read_request(one_case(case), whole_percent=100)))
    if kind.startswith("loan_"):
        return loans.as_plain(schedule(read_terms(_terms(kind, inputs))))
    if kind == "member_capital":
        return _potential(inputs)
    return savings.as_plain(read_savings(one_case(case), usual_basis=365))


def exact(told: Mapping[str, Any]) -> dict[str, Any]:
    """The exact figures where a case has them, else the whole ones."""
    return {**told, **told.get("exact", {})}


def _terms(kind: str, inputs: Mapping[str, Any]) -> dict[str, Any]:
    year = inputs.get("rate_per_year_pct")
    month = inputs.get("rate_per_month_pct", inputs.get("rate_per_period_pct"))
    return {
        "--principal": inputs["principal"], "--months": inputs.get("months", inputs.get("periods")),
        "--rate-year": year, "--rate-month": month, "--method": kind.removeprefix("loan_"),
    }


def _potential(inputs: Mapping[str, Any]) -> dict[str, Any]:
    return potential.as_plain(potential.read_potential(inputs)[0])
