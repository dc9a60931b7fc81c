"""`sidamping equity-potential` reproduces the guideline's table and refuses what makes no table."""

from __future__ import annotations

import json
import re

from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli

JAYA = "members: 100\nsimpanan_pokok: 25000\nsimpanan_wajib_per_month: 5000\nmonths: 24\n"


def run(text: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["equity-potential", "-", *words], input=text)


def test_the_example_of_the_guideline() -> None:
    told = json.loads(run(JAYA, "--json").stdout)
    assert (told["sp_total"], told["sw_total"], told["total"]) == (2_500_000, 12_000_000, 14_500_000)
    assert (told["sw_per_month"], told["sw_per_year"]) == (500_000, 6_000_000)
    done = run(JAYA)
    assert all(words in done.output for words in ("14.500.000", "Tambahan simpanan wajib setahun", "6.000.000"))


def test_every_fault_is_told_at_once() -> None:
    done = run("members: -1\nsimpanan_pokok: 10000000000000000\nmonths: dua\n", "--json")
    assert done.exit_code == 2
    assert re.findall(r"[A-Z]+_\d{3}", done.stderr) == ["FIGURES_009", "FIGURES_004", "FIGURES_008", "FIGURES_003"]
