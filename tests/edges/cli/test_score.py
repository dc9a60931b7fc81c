"""`sidamping score` keeps its contract: JSON with scores and articles, coded refusals with exit code 2, a table."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli
from sidamping.rules.loader import packaged

LOANS = "inputs: {pinjaman_anggota: 1190916827, pinjaman_diberikan: 1190916827, pinjaman_bermasalah: 49904008}\n"
KEYS = {"instrument", "version", "as_of", "components", "aspects", "total", "coverage", "category", "warnings"}
LINE = {"key", "ratio", "value", "score", "max", "cite", "status", "why"}


@pytest.fixture
def run(tmp_path: Path) -> Any:
    """`run(text, "--on", …)` scores a file with that text."""

    def runs(text: str, *words: str, instrument: str = "ksp-health", name: str = "isian.yaml") -> Result:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return CliRunner().invoke(cli, ["score", instrument, str(file), *words])

    return runs


def read(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the contract says it is an object


def line(told: dict[str, Any], key: str) -> dict[str, Any]:
    return next(one for one in told["components"] if one["key"] == key)


def test_the_json_keeps_the_contract(run: Any) -> None:
    told = read(run(LOANS, "--on", "2014-12-31", "--json"))
    assert told.keys() >= KEYS
    assert all(one.keys() >= LINE for one in told["components"])
    assert (told["instrument"], told["version"], told["as_of"]) == ("ksp-health", "ksp-health/2009-12-01", "2014-12-31")
    rpm = line(told, "rpm")
    assert (rpm["ratio"], rpm["value"], rpm["score"], rpm["max"]) == (4.190386, 80, 4, 5)
    assert (rpm["cite"], rpm["status"], rpm["why"]) == ("permen-14-2009#lampiran.kap", "scored", None)
    missing = line(told, "car")
    assert (missing["status"], missing["score"]) == ("not_reported", None)
    assert "modal_tertimbang" in missing["why"]
    assert (told["total"], told["coverage"], told["category"]) == (14, 0.15, None)
    assert any("SCORING_026" in one for one in told["warnings"])


def test_json_files_and_standard_input_are_read_exactly(run: Any) -> None:
    told = read(run('{"ratios": {"ms_ta": 20.0000001}}', "--on", "2020-12-31", "--json", name="isian.json"))
    assert line(told, "ms_ta")["score"] == 3
    done = CliRunner().invoke(
        cli, ["score", "ksp-health", "-", "--on", "2020-12-31", "--json"], input="ratios: {ms_ta: 20}"
    )
    assert line(read(done), "ms_ta")["score"] == 1.5


def test_the_day_chooses_the_version(run: Any) -> None:
    before, after = (read(run("ratios: {ms_pb: 99}", "--on", day, "--json")) for day in ("2016-03-31", "2016-04-01"))
    assert (line(before, "ms_pb")["value"], line(after, "ms_pb")["value"]) == (90, 100)


@pytest.mark.parametrize(
    "version", ["ksp-health/2009-12-01", "2009-12-01.yaml", "permen-14-2009", "instruments/ksp-health/2009-12-01.yaml"]
)
def test_a_version_may_be_asked_for_by_name_and_is_told(run: Any, version: str) -> None:
    told = read(run("ratios: {ms_pb: 99}", "--on", "2020-12-31", "--version", version, "--json"))
    assert line(told, "ms_pb")["value"] == 90
    assert any("SCORING_032" in one for one in told["warnings"])


def test_a_version_of_ones_own_is_used_when_it_is_sound(run: Any, tmp_path: Path) -> None:
    text = packaged().joinpath("instruments/ksp-health/2016-04-01.yaml").read_text("utf-8")
    draft = tmp_path / "draf.yaml"
    draft.write_text(text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 75'), "utf-8")
    told = read(run("ratios: {ms_ta: 30}", "--on", "2026-01-01", "--version", str(draft), "--json"))
    assert line(told, "ms_ta")["value"] == 75
    draft.write_text(text, "utf-8")
    told = read(run("ratios: {ms_ta: 30}", "--on", "2026-01-01", "--version", str(draft), "--json"))
    assert told["version"] == "ksp-health/2016-04-01"
    draft.write_text(text.replace('x: "(20, 40]"', 'x: "(21, 40]"'), "utf-8")
    done = run("ratios: {ms_ta: 30}", "--on", "2026-01-01", "--version", str(draft))
    assert (done.exit_code, "RULEBOOK_018" in done.stderr) == (2, True)


def test_the_method_text_is_named_in_the_result(run: Any) -> None:
    told = read(run("ratios: {cad: 31.24}", "--on", "2014-12-31", "--method", "text", "--json"))
    assert (told["method"], line(told, "cad")["value"], line(told, "cad")["score"]) == ("text", 31, 1.55)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (LOANS, ["--on", "31-12-2020"], "SCORING_014"),
        (LOANS, ["--on", "2020-12-31", "--method", "tebak"], "SCORING_012"),
        (LOANS, ["--on", "2020-12-31", "--version", "1999-01-01"], "SCORING_013"),
        (LOANS, ["--on", "1990-01-01"], "RULEBOOK_010"),
        ("inputs: {pinjaman_anggota: lima}", ["--on", "2020-12-31"], "SCORING_004"),
        ("inputs: {pinjaman_anggota: 2, pinjaman_diberikan: 1}", ["--on", "2020-12-31"], "SCORING_006"),
        ("inputs: {kas: 1, kas: 2}", ["--on", "2020-12-31"], "SCORING_002"),
        ("? [1, 2]\n: 3\n", ["--on", "2020-12-31"], "SCORING_002"),
        ("inputs: {kas: {a: 1}}", ["--on", "2020-12-31"], "SCORING_004"),
        ('{"inputs": {"kas": NaN}}', ["--on", "2020-12-31"], "SCORING_004"),
        ("", ["--on", "2020-12-31"], "SCORING_011"),
        ("inputs: [1", ["--on", "2020-12-31"], "SCORING_002"),
        ('{"inputs": {"kas": 1, "kas": 2}}', ["--on", "2020-12-31"], "SCORING_002"),
        ("- satu\n- dua\n", ["--on", "2020-12-31"], "SCORING_011"),
    ],
)
def test_a_wrong_call_is_refused_with_its_code(run: Any, text: str, words: list[str], code: str) -> None:
    done = run(text, *words, "--json")
    assert done.exit_code == 2
    assert code in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.output


def test_an_unknown_instrument_and_a_missing_file_are_refused(run: Any) -> None:
    done = run(LOANS, "--on", "2020-12-31", instrument="ksp-healthy")
    assert (done.exit_code, "SCORING_001" in done.stderr) == (2, True)
    done = CliRunner().invoke(cli, ["score", "ksp-health", "tidak-ada.yaml", "--on", "2020-12-31"])
    assert (done.exit_code, "SCORING_002" in done.stderr) == (2, True)


def test_all_faults_of_a_file_are_told_at_once(run: Any) -> None:
    done = run("inputs: {kas: x, bank: -1}\nanswers: {mu: 13}\n", "--on", "2020-12-31")
    assert [row.split(": ", 1)[1][:11] for row in done.stderr.splitlines()] == [
        "SCORING_004",
        "SCORING_005",
        "SCORING_007",
    ]


def test_a_file_of_misspelt_names_alone_says_what_was_meant(run: Any) -> None:
    done = run("inputs: {kass: 5}", "--on", "2020-12-31")
    assert done.exit_code == 2
    assert "SCORING_003" in done.stderr and "kass: SCORING_028" in done.stderr and "maksudnya kas." in done.stderr


def test_a_program_reads_the_faults_as_it_reads_the_result(run: Any) -> None:
    done = run("inputs: {kas: x, bank: -1}", "--on", "2020-12-31", "--json")
    told = json.loads(done.stderr)["problems"]
    assert [(one["code"], one["where"]) for one in told] == [
        ("SCORING_004", "inputs.kas"), ("SCORING_005", "inputs.bank"),
    ]
    assert all(one["text"] and one["code"] not in one["text"] for one in told)


def test_a_whole_published_case_is_read_and_its_other_rule_told(run: Any) -> None:
    case = {
        "id": "x",
        "source": {"title": "t", "where": ["u"]},
        "regime": "permen-14-2009",
        "year": 2015,
        "level": "total",
        "inputs": {},
        "ratios": {},
        "scores": {},
        "total": 69.95,
        "category": "cukup sehat",
        "recomputed": {},
        "notes": "n",
    }
    told = read(run(yaml.safe_dump(case), "--on", "2018-12-31", "--json"))
    assert (told["total"], told["category"], told["coverage"]) == (69.95, "Cukup Sehat", 0)
    assert any("SCORING_040" in one for one in told["warnings"])


def test_the_policy_lab_ranks_alternatives(run: Any) -> None:
    rows = ["Durasi: [5, 4, 5]", "Motivasi: [4, 4, 4]", "Kompetensi: [3, 4, 4]"]
    text = f"alternatives: {{{', '.join([*rows, 'Teknologi: [3, 3, 4]', 'Jumlah: [4, 3, 3]'])}}}"
    told = read(run(text, "--on", "2025-06-01", "--json", instrument="policy-lab"))
    assert [one["total"] for one in told["ranking"]] == [14, 12, 11, 10, 10]
    assert [one["score"] for one in told["components"]] == [14, 12, 11, 10, 10]
    done = run("alternatives: {}", "--on", "2025-06-01", instrument="policy-lab")
    assert (done.exit_code, "SCORING_018" in done.stderr) == (2, True)


def test_the_table_shows_scores_reasons_and_that_it_is_no_official_assessment(run: Any) -> None:
    done = run(LOANS, "--on", "2020-12-31")
    assert done.exit_code == 0
    for words in (
        "Simulasi, bukan penilaian resmi.",
        "4,00",
        "belum dilaporkan",
        "Jumlah (sementara): 14,00",
        "15,00 persen",
        "perdep-06-2016#lampiran.kap",
        "Perhatian:",
    ):
        assert words in done.output


def test_scoring_needs_no_django(tmp_path: Path) -> None:
    file = tmp_path / "isian.yaml"
    file.write_text("ratios: {vpa: 80}", "utf-8")
    code = (
        "import sys\nsys.argv = ['sidamping', 'score', 'ksp-health', sys.argv[1], '--on', '2020-12-31']\n"
        "from sidamping.edges.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
