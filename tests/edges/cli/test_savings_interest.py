"""`sidamping savings-interest` keeps its contract: every method by name, tax by the day, coded refusals, a table."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli

CODE = re.compile(r"[A-Z]+_\d{3}")
JANUARY = """
days_in_month: 31
year_basis: 365
rate_pct: 3
balances: {1: 1000000, 2: 1500000, 5: 750000, 8: 1000000, 10: 500000,
           15: 3000000, 20: 2000000, 25: 3500000, 30: 1500000}
"""


def run(text: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["savings-interest", "-", *words], input=text)


def read(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the contract says it is an object


def test_the_three_methods_and_the_printed_average_stand_under_their_names() -> None:
    told = read(run(JANUARY, "--json"))
    assert (told["lowest"], told["daily"], told["average"], told["daily_first_day"]) == (1_274, 4_747, 4_747, 82)
    assert {key: told["exact"][key] for key in ("lowest", "daily", "average_balance", "average_by_mutations")} == {
        "lowest": 1273.97, "daily": 4746.58, "average_balance": 1862903.23, "average_by_mutations": 1638888.89,
    }


def test_one_method_gives_interest_tax_and_net() -> None:
    told = read(run(JANUARY + "tax_pct: 20\n", "--method", "lowest", "--json"))
    assert (told["interest"], told["tax_amount"], told["net"]) == (1_274, 255, 1_019)


def test_the_day_decides_the_tax() -> None:
    rich = "lowest_balance: 100000000\ndays_in_month: 30\nyear_basis: 360\nrate_pct: 12\n"
    told = read(run(rich, "--on", "2026-01-31", "--json"))
    assert (told["gross"], told["tax_amount"], told["net"]) == (1_000_000, 100_000, 900_000)
    assert (told["tax"]["cite"], told["tax"]["status"]) == ("pp-15-2009#bunga", "contoh")
    without = read(run(rich, "--json"))
    assert (without["net"], any("SAVINGS_007" in one for one in without["warnings"])) == (None, True)


def test_the_days_of_the_year_come_from_the_rule_where_the_case_is_silent() -> None:
    told = read(run("lowest_balance: 1000000\ndays: 30\nrate_pct: 12\n", "--json"))
    assert (told["year_basis"], told["exact"]["interest"]) == (365, 9863.01)
    assert told["rule"]["path"] == "rules/R-BUNGA-SIMPANAN/2018-07-23.yaml"


def test_a_table_for_people() -> None:
    done = run(JANUARY)
    assert done.exit_code == 0
    for words in ("Saldo terendah", "1.273,97", "menurut mutasi", "1.862.903,23", "Perhatian:"):
        assert words in done.output


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        (JANUARY.replace("30: 1500000", "32: 1500000"), [], ["SAVINGS_001"]),
        (JANUARY.replace("rate_pct: 3", "rate_pct: tiga").replace("1: 1000000,", "1: -5,"), [],
         ["FIGURES_004", "FIGURES_007"]),
        (JANUARY, ["--method", "tebak"], ["FIGURES_012"]),
        (JANUARY, ["--method", "time-deposit"], ["SAVINGS_005"]),
        ("rate_pct: 3\n", [], ["SAVINGS_004"]),
        ("", [], ["FIGURES_002"]),
    ],
)
def test_bad_input_is_refused_with_all_its_codes(text: str, words: list[str], codes: list[str]) -> None:
    done = run(text, *words, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert CODE.findall(done.stderr) == codes
