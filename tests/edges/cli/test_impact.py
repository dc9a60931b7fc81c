"""`sidamping rulebook impact` tells what a file changes, who asks the rule, and which results would differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from sidamping.edges.cli import impact as command
from sidamping.edges.cli.main import cli
from sidamping.features.assessments import services
from sidamping.features.assessments.models import Result
from sidamping.rules import in_force, instruments
from sidamping.rules.loader import read_book
from tests.features.assessments import rounds
from tests.people import Cast, look
from tests.rules.books_of import copied

pytestmark = pytest.mark.django_db
OLD, NEW = "ksp-health/2016-04-01", "ksp-health/2025-06-01"


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["rulebook", "impact", *words])
    return done.exit_code, done.output


@pytest.fixture
def amended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own capital of 20 to 40 percent of the assets is worth 60 instead of 50 from June 2025 on."""
    root = copied(tmp_path)
    text = (root / f"instruments/{OLD}.yaml").read_text("utf-8")
    (root / f"instruments/{NEW}.yaml").write_text(
        text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60'), "utf-8"
    )
    book = read_book(root)
    for module in (in_force, instruments, command):
        monkeypatch.setattr(module, "book", lambda: book)


def decided(cast: Cast) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Neraca saja")


def test_a_rule_that_papers_ask_names_them_and_no_assessment() -> None:
    code, said = run("R-LAPORAN-TPK")
    assert code == 0
    assert "papers/lap-kegiatan/2018-07-23.yaml: due: monthly" in said
    assert "tidak ada hasil penilaian yang berubah" in said


def test_a_family_is_both_its_rule_and_its_instrument() -> None:
    code, said = run("R-KRITERIA-MODERN")
    assert code == 0
    assert "values.criteria.value: 7 → 2" in said
    assert "modern-coop (instruments)" in said
    assert "Tidak ada penilaian yang hasilnya akan lain." in said


def test_the_day_chooses_the_file_whose_change_is_told() -> None:
    code, said = run("R-SEHAT", "--on", "2016-04-01")
    assert code == 0
    assert "Berubah sejak 2016-04-01 (dibanding berkas 2009-12-01)" in said
    assert "categories.cukup-sehat.x: [60, 80) → [66, 80)" in said
    assert "coop-health (instruments)" in said and "Tidak berlaku pada 2016-04-01." in said
    code, said = run("ksp-health", "--on", "1990-01-01")
    assert (code, "RULEBOOK_010" in said) == (2, True)


def test_an_unknown_rule_is_refused_with_the_likely_one() -> None:
    code, said = run("R-SEHAD")
    assert code == 2
    assert "RULEBOOK_021" in said and "R-SEHAT" in said


@pytest.mark.usefixtures("amended")
def test_an_amendment_lists_the_results_that_would_differ_and_leaves_them(cast: Cast) -> None:
    round_ = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk, version=OLD)
    rounds.saved(rounds.agnes(cast), round_)
    code, said = run("ksp-health")
    assert code == 0
    assert "components.ms_ta.bands" in said
    assert "Penilaian yang hasilnya akan lain: 1." in said
    assert f"2025-12-31  Merah Putih  (rancangan)  {round_}" in said
    assert f"{OLD}: 3,00, tanpa kategori" in said
    assert f"{NEW}: 3,60, tanpa kategori" in said


def test_without_an_amendment_no_result_differs(cast: Cast) -> None:
    decided(cast)
    code, said = run("ksp-health")
    assert (code, "Tidak ada penilaian yang hasilnya akan lain." in said) == (0, True)
    assert Result.objects.get().outcome["total"] == 3
