"""Computes the table of ratios line by line: value and reading, or why there is none, and what it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sidamping.domain.formulas.quotient import Unknowable
from sidamping.domain.problems import Problem, problem
from sidamping.domain.ratios.amounts import Amount, Amounts
from sidamping.domain.ratios.formulas import FORMULAS, Formula
from sidamping.domain.scoring.numbers import plain, written

PERCENT, TIMES, DAYS = "percent", "times", "days"
UNITS = {PERCENT: "%", TIMES: "kali", DAYS: "hari"}
YEAR = "hari_setahun"
PRICES, RPEPA = "price_promotion", "participation_promotion"


@dataclass(frozen=True)
class Row:
    """A line of the table as the rulebook has it."""

    code: str
    id: str
    en: str
    group: str
    formula: str
    unit: str
    cite: str
    status: str
    reading_id: str = ""
    reading_en: str = ""
    note: str = ""


@dataclass(frozen=True)
class RatioTable:
    """All lines, the days a year counts for the collection period, and the price test's limit in percent."""

    rows: tuple[Row, ...]
    days_a_year: int
    price_limit: int
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Computed:
    """A line with its value, or the problem that stands in the way, and the amounts it was made of."""

    row: Row
    formula: Formula
    inputs: Mapping[str, Amount | None]
    value: Fraction | None = None
    why: Problem | None = None
    warning: Problem | None = None

    def reading(self, lang: str = "id") -> str:
        """The value in a plain sentence; empty when there is none."""
        text = self.row.reading_en if lang.startswith("en") else self.row.reading_id
        return "" if self.value is None else text.format(value=written(self.value, most=2))


def compute(table: RatioTable, amounts: Amounts) -> tuple[Computed, ...]:
    """Every line of the table."""
    return tuple(_line(table, row, amounts) for row in table.rows)


def promoted(table: RatioTable, lines: tuple[Computed, ...]) -> bool | None:
    """Whether members pay less than elsewhere, by the price test; None when it cannot be computed."""
    prices = next((one.value for one in lines if one.row.formula == PRICES), None)
    return None if prices is None else prices < table.price_limit


def as_plain(table: RatioTable, amounts: Amounts, lang: str = "id") -> dict[str, Any]:
    """The whole table for programs, with the values by number beside the lines."""
    lines = compute(table, amounts)
    warnings = [*amounts.warnings, *(one.warning for one in lines if one.warning is not None)]
    return {
        "calculation": "ratios",
        "values": {one.row.code: plain(one.value) for one in lines},
        "ratios": [_plain(one, lang) for one in lines],
        "price_promotion": promoted(table, lines),
        "made": {name: plain(amount) for name, amount in amounts.made.items()},
        "warnings": [str(one) for one in warnings],
    }


def _line(table: RatioTable, row: Row, amounts: Amounts) -> Computed:
    formula = FORMULAS[row.formula]
    inputs = {name: table.days_a_year if name == YEAR else amounts.get(name) for name in formula.inputs}
    missing = [name for name, amount in inputs.items() if amount is None]
    if missing:
        return Computed(row, formula, inputs, why=problem("RATIOS_003", row.code, missing=", ".join(missing)))
    value = formula.compute(**inputs)
    if isinstance(value, Unknowable):
        values = {} if value.code == "RATIOS_004" else {"name": value.name}
        return Computed(row, formula, inputs, why=problem(value.code, row.code, **values))
    return Computed(row, formula, inputs, value, warning=_turned(row, inputs))


def _turned(row: Row, inputs: Mapping[str, Amount | None]) -> Problem | None:
    """RPEPA turns its sign with the prices, so its reader is told which is cheaper."""
    ours, theirs = inputs.get("harga_koperasi"), inputs.get("harga_pesaing")
    if row.formula != RPEPA or ours is None or theirs is None:
        return None
    return problem("RATIOS_006", row.code, cheaper="lebih murah" if ours < theirs else "lebih mahal")


def _plain(one: Computed, lang: str) -> dict[str, Any]:
    told = {
        "no": one.row.code, "name": one.row.en if lang.startswith("en") else one.row.id, "group": one.row.group,
        "value": plain(one.value), "unit": one.row.unit,
        "status": "computed" if one.value is not None else "not_computable",
        "why": None if one.why is None else f"{one.why.code} {one.why.text(lang)}",
        "inputs": {name: plain(amount) for name, amount in one.inputs.items()},
        "formula": one.formula.says, "reading": one.reading(lang), "cite": one.row.cite, "rule_status": one.row.status,
        "note": one.row.note,
    }
    if one.row.formula == "times_interest_earned" and one.value is not None:
        told["value_percent"] = plain(one.value * 100)
    return told
