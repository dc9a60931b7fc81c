"""`check` finds every fault of a rulebook: citations, names that lead nowhere, corrections, examples, broken seals."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidamping.rules.validate import check
from tests.rules.books_of import copied, days, rule


def spoil(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the rulebook in which one text of one file is replaced, without seals."""
    root = copied(folder)
    (root / "SEALED").unlink(missing_ok=True)
    target = root / file
    text = target.read_text("utf-8")
    assert old in text
    target.write_text(text.replace(old, new, 1), "utf-8")
    return root


def test_the_packaged_rulebook_is_sound() -> None:
    assert [str(fault) for fault in check()] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("rules/R-LAPORAN-TPK/2018-07-23.53.yaml", "day_of_next_month, cite: pergub-ntt-33-2018#IV.B.4",
         "day_of_next_month, cite: pergub-ntt-33-2018#IV.B.9", "RULEBOOK_006"),
        ("rules/R-LAPORAN-TPK/2018-07-23.53.yaml", "cite: pergub-ntt-33-2018#IV.B.4", "cite: pergub-99#1",
         "RULEBOOK_006"),
        ("rules/R-LAPORAN-TPK/2018-07-23.53.yaml", "unit: day_of_next_month", "unit: working_days", "RULEBOOK_007"),
        ("programmes/tpk-ntt-2018/2018-07-23.yaml", "needs: [observe]", "needs: [obserfe]", "RULEBOOK_007"),
        ("programmes/tpk-ntt-2018/2018-07-23.yaml", "marked_by: fieldwork.observed", "marked_by: fieldwork.seen",
         "RULEBOOK_007"),
        ("programmes/tpk-ntt-2018/2018-07-23.yaml", "papers: [rencana-kerja", "papers: [rencana", "PROGRAMMES_033"),
        ("programmes/tpk-ntt-2018/2018-07-23.yaml", "rule: R-KUNJUNGAN, key: tpk-ntt-2018",
         "rule: R-KUNJUNGAN, key: tpk", "RULEBOOK_007"),
        ("papers/lap-kegiatan/2018-07-23.yaml", "rule: R-LAPORAN-TPK", "rule: R-LAPORAN", "RULEBOOK_007"),
        ("papers/lap-kegiatan/2018-07-23.yaml", "role: chair, label", "role: ketua, label", "RULEBOOK_007"),
        ("papers/lap-kegiatan/2018-07-23.yaml", "action: passed", "action: approved", "RULEBOOK_007"),
        ("papers/lap-kegiatan/2018-07-23.yaml", "copies: [1, 2, 3]", "copies: [1, 2, 4]", "RULEBOOK_007"),
        ("papers/lap-kegiatan/2018-07-23.yaml", "{roman_month}", "{bulan}", "RULEBOOK_005"),
        ("papers/lap-perkembangan/2018-07-23.yaml", "code: members,", "code: supervisors,", "RULEBOOK_008"),
        ("lists/visit-modes.yaml", "code: phone", "code: onsite", "RULEBOOK_008"),
        ("sources/uu-6-2023.yaml", "amends: [uu-25-1992]", "amends: [uu-25-1993]", "RULEBOOK_007"),
    ],
)
def test_a_name_that_leads_nowhere_is_found(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    faults = check(spoil(tmp_path, file, old, new))
    assert code in {fault.code for fault in faults}
    assert {fault.where for fault in faults if fault.code == code} == {file}


def test_a_correction_without_a_reason_is_refused(tmp_path: Path) -> None:
    root = copied(tmp_path)
    rule(root, "R-MASA-JABATAN", "1992-10-21+1.yaml", days(5))
    assert "RULEBOOK_009" in {fault.code for fault in check(root)}


def test_a_rule_without_a_worked_example_is_refused(tmp_path: Path) -> None:
    root = copied(tmp_path)
    rule(root, "R-UJI", "2018-01-01.yaml", days(5))
    assert [fault.code for fault in check(root)] == ["RULEBOOK_017"]


def test_a_changed_deadline_breaks_its_worked_examples(tmp_path: Path) -> None:
    root = spoil(tmp_path, "rules/R-LAPORAN-TPK/2018-07-23.53.yaml", "monthly: {value: 10", "monthly: {value: 15")
    faults = check(root)
    assert {fault.code for fault in faults} == {"RULEBOOK_011"}
    assert {fault.where for fault in faults} == {"cases/r-laporan-tpk.yaml"}


def test_an_example_that_asks_for_an_unknown_calculation_is_refused(tmp_path: Path) -> None:
    root = spoil(tmp_path, "cases/r-masa-jabatan.yaml", "calculate: term", "calculate: guess")
    assert {fault.code for fault in check(root)} == {"RULEBOOK_016"}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    root = spoil(tmp_path, "papers/lap-kegiatan/2018-07-23.yaml", "copies: [1, 2, 3]", "copies: [1, 2, 4]")
    rule(root, "R-UJI", "2018-01-01.yaml", days(5))
    rule(root, "R-MASA-JABATAN", "1992-10-21+1.yaml", days(5))
    assert {"RULEBOOK_007", "RULEBOOK_009", "RULEBOOK_017"} <= {fault.code for fault in check(root)}
