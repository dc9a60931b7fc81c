"""`sidamping loan` keeps its contract: instalments with their sums as JSON, every fault at once, a table."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli

CODE = re.compile(r"[A-Z]+_\d{3}")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["loan", *words])


def read(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the contract says it is an object


def test_the_json_has_every_instalment_and_its_sums() -> None:
    told = read(run("--principal", "60000000", "--rate-year", "24", "--months", "6", "--method", "declining", "--json"))
    assert told["schedule"][0] == {
        "no": 1, "principal": 10_000_000, "interest": 1_200_000, "total": 11_200_000, "balance": 50_000_000,
    }
    assert told["interest_by_month"] == [1_200_000, 1_000_000, 800_000, 600_000, 400_000, 200_000]
    assert (told["total_principal"], told["total_interest"], told["total"]) == (60_000_000, 4_200_000, 64_200_000)


def test_an_annuity_shows_the_textbook_figure_beside_the_whole_one() -> None:
    words = ["--principal", "78.000.000", "--rate-year", "6", "--months", "12", "--method", "annuity", "--json"]
    told = read(run(*words))
    assert (told["instalment"], told["exact"]["instalment"]) == (6_713_182, 6713181.52)
    assert sum(one["principal"] for one in told["schedule"]) == 78_000_000
    rounded = read(run(*words, "--step", "500"))
    assert {one["total"] for one in rounded["schedule"][:-1]} == {6_713_000}


def test_a_rate_may_have_a_comma_and_the_year_is_twelve_months() -> None:
    words = ["--principal", "6000000", "--months", "12", "--method", "flat", "--json"]
    assert read(run(*words, "--rate-month", "1,5")) == read(run(*words, "--rate-year", "18"))


def test_a_table_for_people() -> None:
    done = run("--principal", "9000000", "--rate-month", "1", "--months", "12", "--method", "flat")
    assert done.exit_code == 0
    for words in ("Pinjaman Rp9.000.000, 12 bulan", "840.000", "8.250.000", "10.080.000", "Jumlah"):
        assert words in done.output


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ([], ["LOANS_001", "FIGURES_003", "FIGURES_003", "FIGURES_003"]),
        (["--principal", "-1", "--months", "0", "--rate-month", "x", "--method", "bunga", "--step", "-5"],
         ["FIGURES_007", "FIGURES_009", "FIGURES_004", "FIGURES_012", "FIGURES_007"]),
        (["--principal", "10000000000000000", "--months", "12", "--rate-month", "1", "--method", "flat"],
         ["FIGURES_008"]),
        (["--principal", "100000", "--months", "12", "--rate-month", "1", "--method", "flat", "--step", "50000"],
         ["LOANS_002"]),
    ],
)
def test_every_fault_is_told_at_once(words: list[str], codes: list[str]) -> None:
    done = run(*words, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert CODE.findall(done.stderr) == codes
