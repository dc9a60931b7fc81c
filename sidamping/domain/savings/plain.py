"""Interest as plain data for programs: whole rupiah on top, the exact figures with two decimals below `exact`."""

from __future__ import annotations

from typing import Any

from sidamping.domain.problems import Problem, problem
from sidamping.domain.rounding import cents
from sidamping.domain.savings.inputs import Asked
from sidamping.domain.savings.interest import (
    AVERAGE,
    BY_DAYS,
    BY_MUTATIONS,
    DAILY,
    DEPOSIT,
    LOWEST,
    MONTHS_A_YEAR,
    Case,
    Interest,
    interest,
)
from sidamping.domain.scoring.numbers import half_up, plain, written

BASE_KEYS = {
    LOWEST: "lowest_balance", AVERAGE: "average_balance", BY_MUTATIONS: "average_by_mutations", DEPOSIT: "nominal",
}
KEYS = {
    LOWEST: "lowest", DAILY: "daily", AVERAGE: "average", BY_MUTATIONS: "interest_by_mutations",
    DEPOSIT: "time_deposit",
}
"""Under which key the interest of a method stands; `average_by_mutations` is a balance, as in published cases."""


def computed(asked: Asked) -> tuple[Interest, ...]:
    """The interest by every method that was asked for."""
    made = [interest(asked.case, method) for method in asked.methods]
    return tuple(one for one in made if one is not None)


def as_plain(asked: Asked) -> dict[str, Any]:
    """The whole result; with one method also interest, gross, tax and net of it."""
    made = computed(asked)
    told, exact = _keys(asked.case, made)
    if len(made) == 1:
        told |= {**_single(made[0]), **_whole_term(asked.case, made[0])}
        exact |= _exact_single(made[0])
    return {
        "calculation": "savings-interest", "rate_year_pct": plain(asked.case.rate_year), "days": asked.case.days,
        "convention": asked.case.convention, "year_basis": asked.case.basis, **told,
        "methods": [_method(asked.case, one) for one in made], "segments": _segments(asked.case),
        "exact": exact, "tax": _tax(asked.case),
        "warnings": [str(one) for one in (*asked.warnings, *told_apart(made))],
    }


def told_apart(made: tuple[Interest, ...]) -> list[Problem]:
    """Where the printed average differs from the one by days, the reader is told both."""
    by = {one.method: one.base for one in made}
    if AVERAGE not in by or BY_MUTATIONS not in by or by[AVERAGE] == by[BY_MUTATIONS]:
        return []
    shown = {"printed": written(by[BY_MUTATIONS], most=2), "weighted": written(by[AVERAGE], most=2)}
    return [problem("SAVINGS_008", BY_MUTATIONS, **shown)]


def _keys(case: Case, made: tuple[Interest, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Interest and balances by method under flat keys, in whole rupiah and exact."""
    told: dict[str, Any] = {}
    exact: dict[str, Any] = {}
    for one in made:
        told[KEYS[one.method]], exact[KEYS[one.method]] = one.gross, cents(one.exact)
        if one.method in BASE_KEYS:
            told[BASE_KEYS[one.method]] = exact[BASE_KEYS[one.method]] = cents(one.base)
        if one.method == DAILY and case.account is not None:
            first = next(case.account.segments()).balance * case.for_a_day
            told["daily_first_day"], exact["daily_first_day"] = half_up(first), cents(first)
    return told, exact


def _single(one: Interest) -> dict[str, Any]:
    return {
        "method": one.method, "interest": one.gross, "gross": one.gross, "tax_amount": one.taxed, "net": one.net,
        "times_12": half_up(one.exact * MONTHS_A_YEAR),
    }


def _whole_term(case: Case, one: Interest) -> dict[str, Any]:
    """Of a time deposit, the interest paid month by month over all months."""
    return {"months": case.months, "interest_total": one.gross * case.months} if one.method == DEPOSIT else {}


def _exact_single(one: Interest) -> dict[str, Any]:
    return {
        "interest": cents(one.exact), "gross": cents(one.exact), "net": cents(one.exact_net),
        "times_12": cents(one.exact * MONTHS_A_YEAR),
    }


def says(case: Case, one: Interest) -> str:
    """How the interest came about, to be checked with a calculator."""
    base, rate = f"Rp{written(one.base, 0, most=2)}", f"{written(case.rate_year, 0)} %"
    by_days = one.method == DAILY or case.convention == BY_DAYS
    time = f"{rate} × {case.days} / {case.basis}" if by_days else f"{rate} / {MONTHS_A_YEAR}"
    return f"{base} × {time} = Rp{written(one.exact, 0, most=2)}"


def _segments(case: Case) -> list[dict[str, Any]]:
    """How long each balance stood, and what it earned by the day."""
    if case.account is None:
        return []
    return [
        {"first": one.first, "last": one.last, "days": one.days, "balance": one.balance,
         "exact_interest": cents(one.balance * one.days * case.for_a_day)}
        for one in case.account.segments()
    ]


def _method(case: Case, one: Interest) -> dict[str, Any]:
    return {
        "says": says(case, one),
        "method": one.method, "balance": cents(one.base), "gross": one.gross, "tax": one.taxed, "net": one.net,
        "exact_gross": cents(one.exact), "exact_net": cents(one.exact_net),
    }


def _tax(case: Case) -> dict[str, Any] | None:
    if case.tax is None:
        return None
    return {"percent": plain(case.tax.percent), "free": case.tax.free, "cite": case.tax.cite, "status": case.tax.status}
