"""A published rule file may not change: the seal notices a changed or missing file, lists only grow."""

from __future__ import annotations

from pathlib import Path

from sidamping.rules import seal
from sidamping.rules.loader import read_book
from sidamping.rules.validate import check
from tests.rules.books_of import copied, days, rule

VISITS = "lists/visit-modes.yaml"
TERM = "rules/R-MASA-JABATAN/1992-10-21.yaml"


def sealed_copy(folder: Path) -> Path:
    root = copied(folder)
    (root / seal.NAME).unlink(missing_ok=True)
    seal.seal(read_book(root), root / seal.NAME)
    return root


def codes(root: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.where) for fault in check(root)]


def test_a_sealed_rulebook_passes(tmp_path: Path) -> None:
    assert codes(sealed_copy(tmp_path)) == []


def test_a_changed_byte_of_a_published_file_is_refused(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    with (root / TERM).open("a", encoding="utf-8") as file:
        file.write("# terbaca sama\n")
    assert codes(root) == [("RULEBOOK_012", TERM)]


def test_a_published_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    (root / "sources/kode-wilayah-kemendagri.yaml").unlink()
    assert codes(root) == [("RULEBOOK_013", "sources/kode-wilayah-kemendagri.yaml")]


def test_a_list_may_grow_but_a_published_code_keeps_its_label(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    with (root / VISITS).open("a", encoding="utf-8") as file:
        file.write("  - {code: letter, id: Surat, en: Letter}\n")
    assert codes(root) == []
    text = (root / VISITS).read_text("utf-8")
    (root / VISITS).write_text(text.replace("en: Phone}", "en: Telephone}"), "utf-8")
    assert codes(root) == [("RULEBOOK_012", f"{VISITS}#phone")]


def test_a_published_code_may_be_retired(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    text = (root / VISITS).read_text("utf-8")
    (root / VISITS).write_text(text.replace("en: Phone}", "en: Phone, retired: true}"), "utf-8")
    assert codes(root) == []


def test_sealing_adds_new_files_and_leaves_the_old_seals_as_they_are(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    before = seal.read((root / seal.NAME).read_text("utf-8"))
    rule(root, "R-UJI", "2018-01-01.yaml", days(5))
    with (root / TERM).open("a", encoding="utf-8") as file:
        file.write("# berubah\n")
    added = seal.seal(read_book(root), root / seal.NAME)
    after = seal.read((root / seal.NAME).read_text("utf-8"))
    assert added == ("rules/R-UJI/2018-01-01.yaml",)
    assert after.items() >= before.items()


def test_a_seal_file_is_read_back_as_written() -> None:
    sealed = {"rules/R-B/2018-01-01.yaml": "b" * 64, "lists/x.yaml#a": "a" * 64}
    assert seal.read(seal.written(sealed)) == sealed


def test_a_release_wants_every_file_sealed(tmp_path: Path) -> None:
    root = sealed_copy(tmp_path)
    assert check(root, all_sealed=True) == []
    with (root / VISITS).open("a", encoding="utf-8") as file:
        file.write("  - {code: letter, id: Surat, en: Letter}\n")
    assert [(fault.code, fault.where) for fault in check(root, all_sealed=True)] == [
        ("RULEBOOK_014", f"{VISITS}#letter"),
    ]
