"""The command line takes instruments in and out with the same checks as the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidamping.edges.cli.main import cli
from sidamping.edges.exchange.xlsform.read import read_workbook
from sidamping.features.assessments.models import UploadedForm
from tests.edges.exchange.sheets import SURVEY, form
from tests.people import Cast


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_an_instrument_leaves_as_a_form_that_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "modern.xlsx"
    done = run("export", "xlsform", "modern-coop", "--on", "2024-12-31", "-o", file)
    assert done.exit_code == 0 and "modern-coop/2024-10-10, 2 isian, status contoh" in done.output
    assert read_workbook("modern.xlsx", file.read_bytes()).name == "modern-coop"
    looked = run("import", "xlsform", file, "--check")
    assert looked.exit_code == 0 and "Baru diperiksa" in looked.output


def test_the_day_decides_the_version_and_a_version_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "ksp.xlsx"
    words = ("export", "xlsform", "ksp-health", "-o", file, "--on")
    assert "ksp-health/2009-12-01" in run(*words, "2015-12-31").output
    assert "ksp-health/2008-11-01" in run(*words, "2015-12-31", "--version", "2008-11-01").output


@pytest.mark.parametrize("words, code", [
    (("tiada", "--on", "2026-01-01"), "SCORING_001"), (("ksp-health", "--on", "kemarin"), "SCORING_014"),
])
def test_an_unknown_instrument_or_day_is_refused(words: tuple[str, ...], code: str, tmp_path: Path, db: None) -> None:
    done = run("export", "xlsform", *words, "-o", tmp_path / "x.xlsx")
    assert done.exit_code == 2 and code in done.output
    assert not (tmp_path / "x.xlsx").exists()


def test_every_fault_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "salah.xlsx"
    file.write_bytes(form(SURVEY.replace("decimal ", "geopoint").replace("| 20", "| dua puluh")))
    done = run("import", "xlsform", file, "--check")
    assert done.exit_code == 2
    assert [line.split()[0] for line in done.output.splitlines()] == ["survey!3:", "survey!4:"]


def test_it_is_kept_in_the_name_of_somebody_who_may(cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "layanan.xlsx"
    file.write_bytes(form())
    assert run("import", "xlsform", file).exit_code == 1
    refused = run("import", "xlsform", file, "--as", "ratna")
    assert refused.exit_code == 2 and "ACCESS_001" in refused.output
    for _ in range(2):
        kept = run("import", "xlsform", file, "--as", "agnes")
        assert kept.exit_code == 0 and "layanan-kecil/2026-01-31: disimpan sebagai contoh" in kept.output
    assert UploadedForm.objects.count() == 1


def test_every_import_has_its_help_with_examples() -> None:
    for name in ("cooperatives", "persons", "businesses", "xlsform"):
        assert "Contoh" in run("import", name, "--help").output
