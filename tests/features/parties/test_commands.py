"""The commands that load areas and import registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import LazySettings

from sidamping.edges.cli.main import cli
from sidamping.features.parties.models import Party
from tests.features.parties import sheets
from tests.people import Cast


@pytest.fixture
def file(settings: LazySettings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    found = tmp_path / "orang.xlsx"
    found.write_bytes(sheets.persons("Marselinus Tefa | 5301050101800001 | L | 53.01.05.2010 |"))
    return found


def test_a_dry_run_writes_nothing_and_apply_writes(cast: Cast, file: Path) -> None:
    looked = CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "ratna"])
    assert looked.exit_code == 0 and "1 baru" in looked.output and "--apply" in looked.output
    assert not Party.objects.filter(name="Marselinus Tefa").exists()
    written = CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "ratna", "--apply"])
    assert written.exit_code == 0 and "1 dicatat" in written.output
    assert Party.objects.filter(name="Marselinus Tefa").exists()


def test_faults_are_told_by_row(cast: Cast, file: Path) -> None:
    file.write_bytes(sheets.persons("Marselinus Tefa | 12 | L | 53.01.05.2010 |"))
    looked = CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "ratna"])
    assert "baris 2: PARTIES_001" in looked.output
    assert CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "ratna", "--apply"]).exit_code == 2


def test_an_unknown_user_and_a_file_that_is_no_workbook_are_refused(cast: Cast, file: Path) -> None:
    assert CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "siapa"]).exit_code == 1
    file.write_bytes(b"bukan excel")
    refused = CliRunner().invoke(cli, ["import", "persons", str(file), "--as", "ratna"])
    assert refused.exit_code == 2 and "SHEETS_001" in refused.output


def test_areas_are_searched_from_the_command_line(cast: Cast) -> None:
    found = CliRunner().invoke(cli, ["areas", "search", "bolok"])
    assert found.exit_code == 0 and "53.01.05.2010" in found.output
    assert CliRunner().invoke(cli, ["areas", "search", "entah di mana"]).exit_code == 1


def test_a_folder_of_areas_is_loaded_and_an_empty_one_refused(db: None, tmp_path: Path) -> None:
    refused = CliRunner().invoke(cli, ["areas", "load", "--from", str(tmp_path)])
    assert refused.exit_code == 2 and "AREAS_002" in refused.output
    (tmp_path / "provinces.csv").write_text("code,name\n53,Nusa Tenggara Timur\n")
    assert "1 provinsi" in CliRunner().invoke(cli, ["areas", "load", "--from", str(tmp_path)]).output
