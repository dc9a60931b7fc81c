"""`sidamping ratios` keeps its contract: the whole table with values, units, reasons and readings; coded refusals."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli

CODE = re.compile(r"[A-Z]+_\d{3}")
SHEET = "aktiva_lancar: 150000000\nhutang_lancar: Rp100.000.000\npiutang: 60000000\npenjualan_kredit: 240000000\n"


def run(text: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["ratios", "-", *words], input=text)


def read(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the contract says it is an object


def test_the_table_has_values_by_number_and_reasons_for_the_rest() -> None:
    told = read(run(SHEET, "--on", "2025-12-31", "--json"))
    assert (told["values"]["1.1"], told["values"]["2.1"], told["values"]["3.1"]) == (150, 90, None)
    missing = next(one for one in told["ratios"] if one["no"] == "3.1")
    assert missing["why"].startswith("RATIOS_003")
    assert (told["rule"]["path"], told["as_of"]) == ("rules/R-RASIO/2018-07-23.yaml", "2025-12-31")
    assert len(told["ratios"]) == 21


def test_a_table_for_people() -> None:
    done = run(SHEET)
    assert done.exit_code == 0
    for words in ("1. Likuiditas", "150,00 %", "90,00 hari", "Setiap Rp100 hutang lancar", "RATIOS_003"):
        assert words in done.output


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("kas: banyak\npiutang: -5\n", [], ["FIGURES_004", "FIGURES_007"]),
        ("catatan: kosong\n", [], ["RATIOS_007"]),
        (SHEET, ["--on", "2010-01-01"], ["RULEBOOK_010"]),
    ],
)
def test_bad_input_is_refused_with_all_its_codes(text: str, words: list[str], codes: list[str]) -> None:
    done = run(text, *words, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert CODE.findall(done.stderr) == codes
