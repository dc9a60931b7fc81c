"""`sidamping rulebook` checks, shows and lists; the coverage page in docs is the one it makes."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sidamping.edges.cli.rulebook import rulebook_group
from sidamping.rules.coverage import page
from sidamping.rules.loader import book

PAGE = Path(__file__).parents[2] / "docs" / "rulebook-coverage.md"


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(rulebook_group, list(words))
    return done.exit_code, done.output


def test_check_finds_the_packaged_rulebook_sound() -> None:
    code, said = run("check")
    assert code == 0
    assert "tidak ada kesalahan" in said


def test_show_names_file_hash_status_and_citation() -> None:
    code, said = run("show", "R-LAPORAN-TPK", "--on", "2026-11-10", "--area", "53.01")
    assert code == 0
    assert "rules/R-LAPORAN-TPK/2018-07-23.53.yaml" in said
    assert "monthly: 10 day_of_next_month  [pergub-ntt-33-2018#IV.B.4]  resmi" in said


def test_show_says_when_nothing_is_in_force() -> None:
    code, said = run("show", "R-LAPORAN-TPK", "--on", "2018-07-22", "--area", "53.01")
    assert code == 1
    assert "RULEBOOK_010" in said


def test_show_finds_the_kind_of_a_name_and_every_instrument_of_a_family() -> None:
    code, said = run("show", "ksp-health", "--on", "2016-03-31")
    assert (code, "instruments/ksp-health/2009-12-01.yaml" in said) == (0, True)
    code, said = run("show", "R-SEHAT", "--on", "2026-11-10")
    assert code == 0
    for name in ("ksp-health/2016-04-01", "ksp-health-syariah/2016-04-01", "coop-health/2021-01-01"):
        assert f"berkas  instruments/{name}.yaml" in said
    code, said = run("show", "R-SEHAT-2009", "--on", "2026-11-10")
    assert (code, "RULEBOOK_010" in said) == (1, True)
    code, said = run("show", "ksp-healt", "--on", "2026-11-10")
    assert (code, "RULEBOOK_021" in said, "ksp-health" in said) == (1, True, True)


def test_the_coverage_page_in_docs_is_the_generated_one() -> None:
    assert PAGE.read_text("utf-8") == page(book()), "run: sidamping rulebook coverage --write docs/rulebook-coverage.md"


def test_coverage_is_written_where_asked(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    code, _said = run("coverage", "--write", str(target))
    assert code == 0
    assert target.read_text("utf-8") == page(book())
