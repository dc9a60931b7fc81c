"""`check` refuses an instrument with a gap, an overlap, weights that do not add up, or a name that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidamping.rules import seal
from sidamping.rules.loader import read_book
from sidamping.rules.validate import check
from tests.rules.books_of import copied

FILE = "instruments/ksp-health/2016-04-01.yaml"


def spoiled(folder: Path, old: str, new: str) -> Path:
    """A copy of the rulebook in which the 2016 file is changed, without seals."""
    root = copied(folder)
    (root / seal.NAME).unlink(missing_ok=True)
    target = root / FILE
    text = target.read_text("utf-8")
    assert old in text
    target.write_text(text.replace(old, new, 1), "utf-8")
    return root


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('x: "(20, 40]"', 'x: "(21, 40]"', "RULEBOOK_018", "components.ms_ta.bands"),
        ('x: "(20, 40]"', 'x: "[20, 40]"', "RULEBOOK_019", "components.ms_ta.bands"),
        ('x: "(20, 40]"', 'x: "20-40"', "RULEBOOK_005", "components[1].bands[3].x"),
        ('x: "[80, 100]"', 'x: "(80, 100]"', "RULEBOOK_018", "categories"),
        ('x: "[80, 100]"', 'x: "[80, 100)"', "RULEBOOK_018", "categories"),
        ("    weight: 10\n", "    weight: 9\n", "RULEBOOK_020", "aspects.kualitas_aktiva_produktif"),
        ("en: Capital, weight: 15", "en: Capital, weight: 16", "RULEBOOK_020", "aspects"),
        ("formulas: [capital_adequacy]", "formulas: [capital_adequasy]", "RULEBOOK_007", "components.car.formulas"),
        ("{key: simpanan_wajib, id", "{key: simpanan, id", "RULEBOOK_007", "components.pea.formulas"),
        ("cite: perdep-06-2016#lampiran.kap\n", "cite: perdep-06-2016#lampiran.pak\n", "RULEBOOK_006", ""),
        ("  - key: ms_pb", "  - key: ms_ta", "RULEBOOK_008", "components"),
        ("    weight: 6\n", "", "RULEBOOK_004", "components.ms_ta.weight"),
        ("printed_scores: true", "printed_skores: true", "RULEBOOK_003", "printed_skores"),
    ],
)
def test_a_fault_of_an_instrument_names_file_and_key(tmp_path: Path, old: str, new: str, code: str, key: str) -> None:
    faults = [one for one in check(spoiled(tmp_path, old, new)) if one.where == FILE]
    assert code in {one.code for one in faults}
    assert key in {one.values["key"] for one in faults} or not key


def test_an_instrument_edited_after_sealing_is_refused(tmp_path: Path) -> None:
    root = copied(tmp_path)
    seal.seal(read_book(root), root / seal.NAME)
    with (root / FILE).open("a", encoding="utf-8") as file:
        file.write("# terbaca sama\n")
    assert [(one.code, one.where) for one in check(root)] == [("RULEBOOK_012", FILE)]


def test_articles_of_a_source_may_be_added_but_not_changed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    seal.seal(read_book(root), root / seal.NAME)
    source = root / "sources/perdep-06-2016.yaml"
    source.write_text(source.read_text("utf-8") + "  lampiran.baru: Bagian yang baru dibaca\n", "utf-8")
    assert check(root) == []
    source.write_text(source.read_text("utf-8").replace("Aspek likuiditas", "Aspek lain"), "utf-8")
    changed = "sources/perdep-06-2016.yaml#lampiran.likuiditas"
    assert [(one.code, one.where) for one in check(root)] == [("RULEBOOK_012", changed)]
