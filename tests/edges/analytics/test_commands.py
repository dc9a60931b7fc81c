"""`sidamping analytics`: the export with its dictionary, an indicator on an engine, and refusals that help."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.analytics.subjects import SUBJECTS
from sidamping.edges.cli.main import cli
from tests.features.papers import desk
from tests.people import TODAY, Cast

pytestmark = pytest.mark.django_db
DAY = TODAY.replace(month=10, day=7)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["analytics", *words])


@pytest.fixture
def exported(cast: Cast, tmp_path: Path) -> Path:
    desk.visit(cast, DAY)
    desk.submitted(cast)
    done = run("export", "--to", str(tmp_path))
    assert done.exit_code == 0, done.output
    return tmp_path


def test_each_subject_has_a_file_for_each_month_and_a_row_in_the_dictionary(exported: Path):
    told = {one["name"]: one for one in json.loads((exported / "datapackage.json").read_text())["resources"]}
    assert set(told) == {one.name for one in SUBJECTS}
    assert told["visits"]["path"] == ["visits/2026-10/visits.parquet"] and told["visits"]["rows"] == 1
    assert all(field["description"] for one in told.values() for field in one["schema"]["fields"])


def test_nobody_is_named_in_what_is_exported(exported: Path, cast: Cast):
    content = b"".join(file.read_bytes() for file in exported.rglob("*.*"))
    for secret in (cast.ratna.full_name, "Ujang", "Merah Putih", "5301052301800001", str(cast.merah_putih.pk)):
        assert secret.encode() not in content


def test_an_indicator_is_answered_alike_by_the_live_table_and_by_the_files(exported: Path):
    live = json.loads(run("run", "visited", "--month", "2026-10", "--by", "regency", "--json").stdout)
    files = run("run", "visited", "--month", "2026-10", "--by", "regency", "--json", "--engine", "duckdb", "--from",
                str(exported))
    assert live["rows"] == json.loads(files.stdout)["rows"]
    assert {"key": "53.01", "part": 1, "whole": 1, "population": 1} in live["rows"]


def test_a_table_for_people_has_percentages_from_counts(exported: Path):
    assert "50,0" in run("run", "visited", "--month", "2026-10").output  # Merah Putih of two


def test_exported_again_the_folder_holds_the_same(exported: Path):
    before = {file: file.read_bytes() for file in exported.rglob("*.parquet")}
    run("export", "--to", str(exported))
    assert before == {file: file.read_bytes() for file in exported.rglob("*.parquet")}


@pytest.mark.parametrize(
    ("words", "code"),
    [(("run", "tidak-ada"), "ANALYTICS_002"), (("run", "visited", "--engine", "duckdb", "--from", "/tidak/ada"),
                                               "ANALYTICS_003")],
)
def test_what_cannot_be_answered_is_told_with_its_code(words: tuple[str, ...], code: str):
    done = run(*words)
    assert done.exit_code == 2 and code in done.output


@pytest.mark.parametrize(
    ("package", "extra", "words"),
    [("pyarrow", "analytics", ("export",)), ("ibis", "analytics", ("run", "visited")),
     ("pysail.spark", "sail", ("run", "visited", "--engine", "sail")),
     ("py4j", "spark", ("run", "visited", "--engine", "spark"))],
)
def test_a_missing_extra_is_named_with_the_line_that_installs_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: str, extra: str, words: tuple[str, ...]
):
    monkeypatch.setitem(sys.modules, package, None)
    done = run(*words, *(("--to", str(tmp_path)) if words == ("export",) else ()))
    assert "ANALYTICS_001" in done.output and f'pip install "sidamping[{extra}]"' in done.output


def test_what_was_exported_stays_where_the_extra_is_gone(exported: Path, monkeypatch: pytest.MonkeyPatch):
    before = {file: file.read_bytes() for file in exported.rglob("*.parquet")}
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "ANALYTICS_001" in run("export", "--to", str(exported)).output
    assert before == {file: file.read_bytes() for file in exported.rglob("*.parquet")}
