"""Interest by each named method, its day count, its tax, and the equity that members can bring together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.problems import Refused
from sidamping.domain.savings.balances import Account
from sidamping.domain.savings.inputs import read_savings
from sidamping.domain.savings.interest import AVERAGE, BY_DAYS, DAILY, LOWEST, Case, interest
from sidamping.domain.savings.plain import as_plain
from sidamping.domain.savings.potential import Potential
from sidamping.domain.savings.tax import InterestTax
from sidamping.rules.finance import interest_tax, interest_year
from sidamping.rules.in_force import in_force

MONTH: dict[str, Any] = {"days_in_month": 30, "year_basis": 360, "rate_pct": 12, "balances": {1: 600_000, 16: 900_000}}


def told(**data: Any) -> dict[str, Any]:
    return as_plain(read_savings({**MONTH, **data}, usual_basis=365))


def codes(**data: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        told(**data)
    return sorted(refused.value.codes)


def test_the_methods_stand_side_by_side_under_their_names() -> None:
    seen = told()
    assert [(one["method"], one["balance"], one["gross"]) for one in seen["methods"]] == [
        ("lowest", 600_000, 6_000), ("daily", 750_000, 7_500), ("average", 750_000, 7_500),
        ("average-by-mutations", 750_000, 7_500),
    ]


def test_every_interest_says_how_it_came_about() -> None:
    seen = told()
    assert seen["methods"][0]["says"] == "Rp600.000 × 12 % × 30 / 360 = Rp6.000"
    assert [(one["first"], one["last"], one["exact_interest"]) for one in seen["segments"]] == [
        (1, 15, 3_000), (16, 30, 4_500),
    ]
    by_month = told(rate_pct=None, rate_per_month_pct=1, method="lowest")
    assert by_month["methods"][0]["says"] == "Rp600.000 × 12 % / 12 = Rp6.000"


def test_the_printed_average_forgets_how_long_a_balance_stood() -> None:
    seen = told(balances={1: 600_000, 30: 3_000_000})
    assert (seen["average_balance"], seen["average_by_mutations"]) == (680_000, 1_800_000)
    assert any("SAVINGS_008" in one for one in seen["warnings"])


def test_a_monthly_rate_is_taken_by_the_month_and_a_yearly_one_by_days() -> None:
    data: dict[str, Any] = {"rate_pct": None, "rate_per_month_pct": 1, "year_basis": 365, "method": "lowest"}
    assert (told(**data)["convention"], told(**data)["interest"]) == ("month", 6_000)
    assert told(year_basis=365, method="lowest")["exact"]["interest"] == 5917.81
    assert told(year_basis=365, method="lowest", convention="month")["interest"] == 6_000


def test_a_time_deposit_bears_its_monthly_rate_each_month() -> None:
    seen = told(balances=None, days_in_month=None, rate_pct=6, nominal=10_000_000, months=12)
    assert (seen["method"], seen["interest"], seen["interest_total"]) == ("time-deposit", 50_000, 600_000)
    by_days = told(balances=None, rate_pct=6, nominal=10_000_000, days_in_month=31, year_basis=365)
    assert (by_days["convention"], by_days["exact"]["interest"]) == ("days", 50958.9)


def test_days_before_the_first_balance_count_with_zero_and_are_told() -> None:
    seen = told(balances={11: 900_000})
    assert (seen["lowest"], seen["average_balance"]) == (0, 600_000)
    assert any("SAVINGS_006" in one for one in seen["warnings"])


@pytest.mark.parametrize("balances", [[[1, 600_000], [16, 900_000]], [{"hari": 1, "saldo": 600_000},
                                                                      {"day": "16", "balance": "900.000"}]])
def test_balances_may_be_written_as_rows(balances: list[Any]) -> None:
    assert told(balances=balances)["average_balance"] == 750_000


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"balances": {31: 1}}, ["SAVINGS_001"]),
        ({"balances": {0: 1}}, ["SAVINGS_001"]),
        ({"balances": [[1, 5], ["1", 6]]}, ["SAVINGS_002"]),
        ({"balances": {1: -5}}, ["FIGURES_007"]),
        ({"balances": {1: 10**16}}, ["FIGURES_008"]),
        ({"balances": {1: "lima"}}, ["FIGURES_004"]),
        ({"balances": {1: None}}, ["FIGURES_003"]),
        ({"balances": {"awal": 5}}, ["FIGURES_004"]),
        ({"balances": "banyak"}, ["FIGURES_014"]),
        ({"balances": None}, ["SAVINGS_004"]),
        ({"days_in_month": None}, ["FIGURES_003"]),
        ({"days_in_month": 0}, ["FIGURES_009"]),
        ({"rate_pct": None}, ["SAVINGS_003"]),
        ({"rate_per_month_pct": 1}, ["SAVINGS_003"]),
        ({"rate_pct": "x", "tax_pct": 101, "balances": {31: -1}},
         ["FIGURES_004", "FIGURES_007", "FIGURES_009", "SAVINGS_001"]),
        ({"year_basis": 100}, ["FIGURES_009"]),
        ({"method": "tebak"}, ["FIGURES_012"]),
        ({"method": "time-deposit"}, ["SAVINGS_005"]),
        ({"balances": None, "lowest_balance": 5, "method": "daily"}, ["SAVINGS_005"]),
        ({"balances": None, "lowest_balance": 5, "days_in_month": None}, ["SAVINGS_005"]),
    ],
)
def test_a_case_that_cannot_be_computed_is_refused_with_its_codes(data: dict[str, Any], wanted: list[str]) -> None:
    assert codes(**data) == wanted


@pytest.mark.parametrize(
    ("gross", "tax"), [(0, 0), (239_999, 0), (240_000, 0), (240_001, 24_000), (1_000_000, 100_000)]
)
def test_interest_above_the_free_amount_is_taxed_as_a_whole(gross: int, tax: int) -> None:
    assert interest_tax(date(2026, 1, 31)).of(gross) == tax


def test_both_rules_that_name_the_tax_name_the_same() -> None:
    final, own = in_force("R-PPH-FINAL", on=date(2026, 1, 1)), in_force("R-PPH-BUNGA", on=date(2026, 1, 1))
    assert own.value("free") == final.value("savings-interest-free")
    assert own.value("rate") == final.value("savings-interest-rate")


def test_tax_and_net_add_up_to_the_interest() -> None:
    seen = told(tax_pct=20, method="lowest", balances={1: 60_012_345})
    assert seen["tax_amount"] + seen["net"] == seen["gross"]
    assert not [one for one in seen["warnings"] if "SAVINGS_007" in one]
    assert any("SAVINGS_007" in one for one in told()["warnings"])


def test_the_year_of_the_guideline_has_365_days() -> None:
    assert interest_year(date(2026, 1, 1))[0] == 365


BALANCES = st.dictionaries(st.integers(1, 28), st.integers(0, 10**12), min_size=1, max_size=12)


@given(balances=BALANCES, days=st.integers(28, 31), rate=st.integers(0, 3000))
def test_daily_is_the_average_by_days_and_never_below_the_lowest(
    balances: dict[int, int], days: int, rate: int
) -> None:
    account = Account(days, tuple(sorted(balances.items())))
    case = Case(Fraction(rate, 100), BY_DAYS, 365, days, account, tax=InterestTax(10, 240_000))
    lowest, daily, average = (interest(case, one) for one in (LOWEST, DAILY, AVERAGE))
    assert lowest is not None and daily is not None and average is not None
    assert daily.exact == average.exact >= lowest.exact
    assert sum(one.days for one in account.segments()) == days
    assert daily.net is not None and 0 <= daily.net <= daily.gross


def test_the_equity_potential_of_the_guideline() -> None:
    made = Potential(members=100, principal=25_000, mandatory=5_000, months=24)
    assert (made.principal_total, made.mandatory_total, made.total) == (2_500_000, 12_000_000, 14_500_000)
    assert (made.added_a_month, made.added_a_year) == (500_000, 6_000_000)
