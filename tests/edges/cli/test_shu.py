"""`sidamping shu` keeps its contract: JSON with shares to the rupiah, coded refusals, a table, slips."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli

CODE = re.compile(r"[A-Z]+_\d{3}")
CASE = """
- id: shu-bangau-hitam-2008
  kind: shu_member
  inputs:
    shu: 40000000
    pct_jasa_modal: 25
    pct_jasa_anggota: 30
    pct_pengurus: 10
    pct_dana_sosial: 10
    pct_dana_pendidikan: 15
    pct_cadangan: 10
    total_simpanan: 60000000
    total_transaksi: 100000000
    member_simpanan: 3000000
    member_transaksi: 1000000
"""
LIST = """
shu: 1000000
percentages: {cadangan: 55, jasa_modal: 20, jasa_anggota: 25}
members:
  - {no: 1, nama: Ujang, simpanan: 500000, transaksi: 1000000}
  - {no: 2, nama: Maria, simpanan_pokok: 100000, simpanan_wajib: "900.000", transaksi: 0}
"""


@pytest.fixture
def run(tmp_path: Path) -> Any:
    """`run(text, "--json")` shares what stands in a file with that text."""

    def runs(text: str, *words: str) -> Result:
        file = tmp_path / "shu.yaml"
        file.write_text(text, "utf-8")
        return CliRunner().invoke(cli, ["shu", str(file), *words])

    return runs


def read(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the contract says it is an object


def test_one_member_of_a_published_case(run: Any) -> None:
    told = read(run(CASE, "--json"))
    assert (told["id"], told["form"]) == ("shu-bangau-hitam-2008", "two-pot")
    assert (told["jasa_modal"], told["jasa_anggota"], told["total"]) == (500_000, 120_000, 620_000)
    assert {one["key"]: one["amount"] for one in told["funds"]}["dana_pendidikan"] == 6_000_000
    assert (told["rule"]["path"], told["warnings"]) == ("rules/R-SHU/1992-10-21.yaml", [])
    assert sum(one["debit"] for one in told["posting"]) == sum(one["credit"] for one in told["posting"]) == 40_000_000


def test_a_list_of_members_as_yaml_json_and_standard_input(run: Any) -> None:
    told = read(run(LIST, "--json"))
    assert [(one["no"], one["jasa_modal"], one["jasa_anggota"], one["total"]) for one in told["members"]] == [
        ("1", 66_667, 250_000, 316_667), ("2", 133_333, 0, 133_333),
    ]
    assert told["sums"] == {"jasa_modal": 200_000, "jasa_anggota": 250_000, "total": 450_000}
    data = {"shu_bagian_anggota": 300, "members": [{"no": 1, "simpanan": 1, "transaksi": 1}]}
    done = CliRunner().invoke(cli, ["shu", "-", "--json"], input=json.dumps(data))
    assert read(done)["members"][0]["anggota"] == 300


def test_the_form_may_be_asked_for(run: Any) -> None:
    assert read(run(LIST, "--form", "one-pot", "--json"))["pools"] == {"anggota": 450_000}
    done = run(LIST, "--form", "tiga-pos")
    assert (done.exit_code, "FIGURES_012" in done.stderr) == (2, True)


def test_a_table_and_slips_for_people(run: Any) -> None:
    done = run(LIST, "--slips")
    assert done.exit_code == 0
    for words in ("cadangan", "550.000", "Maria", "133.333", "Slip SHU anggota 1 Ujang",
                  "Rp200.000 × Rp500.000 / Rp1.500.000 = Rp66.667", "belum diputus Rapat Anggota"):
        assert words in done.output


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("pct_cadangan: 10", "pct_cadangan: 9", ["SHU_001"]),
        ("pct_cadangan: 10", "pct_cadangan: 15", ["SHU_001"]),
        ("member_simpanan: 3000000", "member_simpanan: 60000001", ["FIGURES_011"]),
        ("shu: 40000000", "shu: -1", ["SHU_002"]),
        ("shu: 40000000", "shu: 10000000000000000", ["FIGURES_008"]),
        ("shu: 40000000", "shu: 40.000", ["FIGURES_006"]),
        ("shu: 40000000", "shu: empat puluh juta", ["FIGURES_004"]),
        ("shu: 40000000", "shu: [1", ["FIGURES_001"]),
        ("shu: 40000000", "shu: 1\n    shu: 2", ["FIGURES_001"]),
        ("- id:", "- id: lain\n- id:", ["FIGURES_002"]),
        ("shu: 40000000\n    pct_jasa_modal: 25", "shu: x\n    pct_jasa_modal: -25", ["FIGURES_004", "FIGURES_007"]),
    ],
)
def test_bad_input_is_refused_with_all_its_codes(run: Any, old: str, new: str, codes: list[str]) -> None:
    assert old in CASE
    done = run(CASE.replace(old, new), "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert CODE.findall(done.stderr) == codes
    assert "Traceback" not in done.output


def test_a_missing_file_and_a_wrong_day_are_refused(run: Any) -> None:
    done = CliRunner().invoke(cli, ["shu", "tidak-ada.yaml"])
    assert (done.exit_code, "FIGURES_001" in done.stderr) == (2, True)
    done = run(CASE, "--on", "31-12-2025")
    assert (done.exit_code, "FIGURES_013" in done.stderr) == (2, True)
    done = run(CASE, "--on", "1990-01-01")
    assert (done.exit_code, "RULEBOOK_010" in done.stderr) == (2, True)
