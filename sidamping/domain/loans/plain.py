"""A schedule as plain data for programs: whole rupiah by month, the exact textbook figures beside them."""

from __future__ import annotations

from typing import Any

from sidamping.domain.loans.schedule import ExactInstalment, Instalment, Schedule, exact_instalments
from sidamping.domain.rounding import cents
from sidamping.domain.scoring.numbers import added, plain


def as_plain(made: Schedule) -> dict[str, Any]:
    """The whole result; `instalment`, `principal_part` and `interest_part` are those of the first month."""
    terms, rows = made.terms, made.rows
    return {
        "calculation": "loan", "method": terms.method, "principal": terms.principal, "months": terms.months,
        "rate_month_pct": plain(terms.rate_month), "rate_year_pct": plain(terms.rate_year), "step": terms.step,
        **_first(rows[0]), "last_instalment": rows[-1].total,
        "total_principal": sum(one.principal for one in rows), "total_interest": made.interest,
        "interest_total": made.interest, "total": made.total,
        "schedule": [_row(one) for one in rows],
        "principal_by_month": [one.principal for one in rows],
        "interest_by_month": [one.interest for one in rows],
        "instalment_by_month": [one.total for one in rows],
        "balances": [one.balance for one in rows],
        "exact": _exact(exact_instalments(terms)),
    }


def _row(one: Instalment) -> dict[str, int]:
    return {
        "no": one.no, "principal": one.principal, "interest": one.interest, "total": one.total, "balance": one.balance,
    }


def _first(one: Instalment) -> dict[str, Any]:
    return {
        "instalment": one.total, "principal_part": one.principal, "interest_part": one.interest,
        "first_row": {"principal": one.principal, "interest": one.interest},
    }


def _exact(rows: tuple[ExactInstalment, ...]) -> dict[str, Any]:
    """The same figures without rounding, told with two decimals."""
    interest, total = added(one.interest for one in rows), added(one.total for one in rows)
    return {
        "instalment": cents(rows[0].total), "principal_part": cents(rows[0].principal),
        "interest_part": cents(rows[0].interest),
        "first_row": {"principal": cents(rows[0].principal), "interest": cents(rows[0].interest)},
        "total_interest": cents(interest), "interest_total": cents(interest), "total": cents(total),
        "principal_by_month": [cents(one.principal) for one in rows],
        "interest_by_month": [cents(one.interest) for one in rows],
        "instalment_by_month": [cents(one.total) for one in rows],
        "balances": [cents(one.balance) for one in rows],
    }
