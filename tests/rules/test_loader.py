"""The rulebook is read strictly: what is unknown, doubled, missing or misplaced is refused, all faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidamping.rules.loader import read_book, thaw
from tests.rules.books_of import days, rule, small


def codes(folder: Path) -> list[str]:
    return [one.code for one in read_book(folder).problems]


def test_an_unknown_key_is_refused_by_file_and_key(tmp_path: Path) -> None:
    rule(tmp_path, "R-UJI", "2018-01-01.yaml", days(10, extra="valeus: {}"))
    (fault,) = read_book(tmp_path).problems
    assert (fault.code, fault.values["file"], fault.values["key"]) == (
        "RULEBOOK_003", "rules/R-UJI/2018-01-01.yaml", "valeus",
    )


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    rule(tmp_path, "R-UJI", "2018-01-01.yaml", days(10, extra="status: resmi"))
    (fault,) = read_book(tmp_path).problems
    assert fault.code == "RULEBOOK_002"
    assert "'status'" in str(fault.values["seen"])


def test_a_missing_citation_is_refused(tmp_path: Path) -> None:
    text = "title: {id: Uji, en: Test}\nstatus: contoh\nvalues: {limit: {value: 1, unit: days}}\n"
    rule(tmp_path, "R-UJI", "2018-01-01.yaml", text)
    assert [(one.code, one.values["key"]) for one in read_book(tmp_path).problems] == [
        ("RULEBOOK_004", "cite"), ("RULEBOOK_004", "values.limit.cite"),
    ]


def test_a_value_of_the_wrong_form_is_refused(tmp_path: Path) -> None:
    rule(tmp_path, "R-UJI", "2018-01-01.yaml", days(10).replace("status: contoh", "status: mungkin"))
    assert codes(tmp_path) == ["RULEBOOK_005"]


@pytest.mark.parametrize(
    "name", ["2018-13-01.yaml", "2018-01-01.yml", "latest.yaml", "2018-01-01.5.yaml", "2018-01-01+0.yaml"]
)
def test_a_file_name_that_is_no_day_is_refused(tmp_path: Path, name: str) -> None:
    rule(tmp_path, "R-UJI", name, days(10))
    assert codes(tmp_path) == ["RULEBOOK_001"]


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    rule(tmp_path, "R-UJI", "2018-01-01.yaml", "title: {id: Uji\nstatus: [")
    (fault,) = read_book(tmp_path).problems
    assert fault.code == "RULEBOOK_002"
    assert "line" in str(fault.values["seen"])


def test_faults_of_several_files_are_told_together(tmp_path: Path) -> None:
    rule(tmp_path, "R-SATU", "2018-01-01.yaml", days(1, extra="salah: 1"))
    rule(tmp_path, "R-DUA", "besok.yaml", days(1))
    rule(tmp_path, "R-TIGA", "2018-01-01.yaml", "- daftar\n")
    assert sorted(codes(tmp_path)) == ["RULEBOOK_001", "RULEBOOK_003", "RULEBOOK_005"]


def test_a_day_stays_text_and_no_stays_a_word(tmp_path: Path) -> None:
    text = days(1).replace("value: 1", "value: [no, on, 2018-07-23, true]")
    (file,) = small(tmp_path, {"2018-01-01.yaml": text}).of("rules", "R-UJI")
    assert thaw(file.value("limit")) == ["no", "on", "2018-07-23", True]


def test_what_was_read_cannot_be_changed(tmp_path: Path) -> None:
    (file,) = small(tmp_path, {"2018-01-01.yaml": days(1)}).of("rules", "R-UJI")
    with pytest.raises(TypeError):
        file.data["values"]["limit"]["value"] = 99  # type: ignore[index]  # the point of the test


def test_area_and_correction_are_read_from_the_name(tmp_path: Path) -> None:
    (file,) = small(tmp_path, {"2018-01-01.53.01+2.yaml": days(1, extra="reason: Salah ketik")}).of("rules", "R-UJI")
    assert (str(file.starts), file.area, file.correction) == ("2018-01-01", "53.01", 2)
