"""Reads a case of savings interest: balances by day or one balance, the rate, the days, and tax if it is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sidamping.domain.figures import Figures, short
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.savings.balances import Account
from sidamping.domain.savings.interest import (
    AVERAGE,
    BY_DAYS,
    BY_MONTH,
    BY_MUTATIONS,
    CONVENTIONS,
    DAILY,
    DEPOSIT,
    LOWEST,
    METHODS,
    MONTHS_A_YEAR,
    Case,
    needs,
)
from sidamping.domain.savings.tax import InterestTax
from sidamping.domain.scoring.numbers import Number

NAMES = {
    "balances": ("saldo", "mutasi"), "lowest_balance": ("saldo_terendah",),
    "nominal": ("nilai_nominal", "principal", "deposito"),
    "days_in_month": ("days", "hari"), "year_basis": ("hari_setahun",), "months": ("bulan",),
    "rate_pct": ("rate_per_year_pct", "bunga_setahun"), "rate_per_month_pct": ("bunga_sebulan",),
    "tax_pct": ("pajak",), "method": ("cara",), "convention": (), "on": ("tanggal", "date", "as_of"),
}
KINDS = {
    "savings_lowest": LOWEST, "savings_daily": DAILY, "savings_average": AVERAGE, "savings_by_mutations": BY_MUTATIONS,
    "savings_deposit": DEPOSIT, "savings_time_deposit": DEPOSIT, "time_deposit": DEPOSIT,
}
"""The method that the kind of a published case asks for."""
BASES = range(360, 367)
MOST_DAYS, MOST_MONTHS, MOST_RATE = 366, 600, 1000


@dataclass(frozen=True)
class Asked:
    """A case, the methods it is to be computed by, and what the reader should know."""

    case: Case
    methods: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def read_savings(
    data: Mapping[str, Any], *, usual_basis: int, tax: InterestTax | None = None, method: str = ""
) -> Asked:
    """The case in a file's figures; Refused with every problem found. A tax of the case comes before the rulebook's."""
    figures = Figures(data, NAMES)
    days = figures.count("days_in_month", 1, MOST_DAYS)
    rate, monthly = _rate(figures)
    account = _account(figures, days)
    lowest, nominal = figures.amount("lowest_balance"), figures.amount("nominal")
    basis = figures.count("year_basis", BASES[0], BASES[-1]) or usual_basis
    chosen = method or figures.choice("method", METHODS) or KINDS.get(short(data.get("kind")), "")
    named = figures.choice("convention", CONVENTIONS)
    months, percent = figures.count("months", 1, MOST_MONTHS) or 1, figures.percent("tax_pct")
    if not any(figures.has(key) for key in ("balances", "lowest_balance", "nominal")):
        figures.problems.append(problem("SAVINGS_004", ""))
    refuse_if(figures.problems)
    usual = BY_MONTH if monthly or (nominal is not None and days is None) else BY_DAYS
    tax = tax if percent is None else InterestTax(percent)
    case = Case(rate, named or usual, basis, days, account, lowest, nominal, months, tax)
    methods = _methods(figures, case, chosen)
    if tax is None:
        figures.warnings.append(problem("SAVINGS_007", "tax_pct"))
    figures.unused()
    return Asked(case, methods, tuple(figures.warnings))


def _rate(figures: Figures) -> tuple[Number, bool]:
    """Percent a year, and whether it was given by the month; exactly one of the two must be."""
    year, month = figures.percent("rate_pct", MOST_RATE), figures.percent("rate_per_month_pct", MOST_RATE)
    given = [key for key in ("rate_pct", "rate_per_month_pct") if figures.has(key)]
    if len(given) != 1:
        seen = "keduanya diisi" if given else "belum diisi"
        figures.problems.append(problem("SAVINGS_003", "rate_pct", seen=seen))
    return (Fraction(month) * MONTHS_A_YEAR if month is not None else year or 0), month is not None


def _account(figures: Figures, days: int | None) -> Account | None:
    """The balances of the month in order of days."""
    rows = _rows(figures)
    if rows is None:
        return None
    place = figures.place("balances")
    if days is None:
        if not figures.has("days_in_month"):
            figures.missing("days_in_month", "banyaknya hari dalam bulan itu, 28 sampai 31")
        return None
    seen: dict[int, int] = {}
    for day_seen, value in rows:
        where = f"{place}.{short(day_seen)}"
        day = figures.read_count(where, day_seen, -MOST_DAYS, 10**6)
        balance = figures.read_amount(where, value)
        if value is None or value == "":
            figures.problems.append(problem("FIGURES_003", where, key=where, wanted="saldo hari itu, 0 bila kosong"))
        if day is not None and not 1 <= day <= days:
            figures.problems.append(problem("SAVINGS_001", where, key=where, seen=day, days=days))
        elif day in seen:
            figures.problems.append(problem("SAVINGS_002", where, key=where, seen=day))
        elif day is not None and balance is not None:
            seen[day] = balance
    if seen and min(seen) > 1:
        figures.warnings.append(problem("SAVINGS_006", place, day=min(seen)))
    return Account(days, tuple(sorted(seen.items()))) if seen else None


def _rows(figures: Figures) -> list[tuple[Any, Any]] | None:
    """Day and balance pairs out of a mapping, or a list of pairs or of rows with day and balance."""
    value = figures.raw("balances")
    if value is None:
        return None
    if isinstance(value, Mapping) and value:
        return list(value.items())
    rows = [_pair(one) for one in value] if isinstance(value, Sequence) and not isinstance(value, str) else []
    if rows and None not in rows:
        return [one for one in rows if one is not None]
    place = figures.place("balances")
    wanted = "hari: saldo, mis. 1: 1000000"
    figures.problems.append(problem("FIGURES_014", place, key=place, seen=short(value), wanted=wanted))
    return None


def _pair(row: object) -> tuple[Any, Any] | None:
    if isinstance(row, Sequence) and not isinstance(row, str) and len(row) == 2:
        return row[0], row[1]
    if isinstance(row, Mapping):
        day = next((row[key] for key in ("day", "hari", "tanggal") if key in row), None)
        balance = next((row[key] for key in ("balance", "saldo") if key in row), None)
        return (day, balance) if day is not None else None
    return None


def _methods(figures: Figures, case: Case, chosen: str) -> tuple[str, ...]:
    """The method asked for, which must then be possible; else every method that is."""
    if not chosen:
        possible = tuple(one for one in METHODS if not needs(case, one))
        if possible:
            return possible
        chosen = DEPOSIT if case.nominal is not None else LOWEST
    missing = needs(case, chosen)
    if missing:
        told = {"method": chosen, "missing": ", ".join(missing)}
        refuse_if([problem("SAVINGS_005", "method", **told)])
    return (chosen,)
