"""The file in force is the one of that day in that area; there is never a default."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.rules.in_force import NotInForce, covers, in_force, pick
from sidamping.rules.loader import RuleFile
from tests.rules.books_of import days, small

FILES = {"2018-01-01.yaml": days(10), "2020-01-01.yaml": days(20)}


def limit(folder: Path, files: dict[str, str], on: date, area: str = "") -> int | None:
    found = pick(small(folder, files).of("rules", "R-UJI"), on, area)
    return None if found is None else found.value("limit")


def test_the_day_before_a_file_begins_the_earlier_one_holds(tmp_path: Path) -> None:
    assert limit(tmp_path, FILES, date(2019, 12, 31)) == 10


def test_on_its_first_day_a_file_holds(tmp_path: Path) -> None:
    assert limit(tmp_path, FILES, date(2020, 1, 1)) == 20


def test_before_the_first_file_nothing_holds(tmp_path: Path) -> None:
    assert limit(tmp_path, FILES, date(2017, 12, 31)) is None


def test_a_file_for_the_area_beats_a_later_general_one(tmp_path: Path) -> None:
    files = FILES | {"2019-01-01.53.yaml": days(53)}
    assert limit(tmp_path, files, date(2021, 1, 1), "53.01") == 53
    assert limit(tmp_path, files, date(2021, 1, 1), "52.01") == 20


def test_a_regency_beats_its_province(tmp_path: Path) -> None:
    files = {"2019-01-01.53.yaml": days(53), "2019-01-01.53.01.yaml": days(5301)}
    assert limit(tmp_path, files, date(2021, 1, 1), "53.01.02") == 5301
    assert limit(tmp_path, files, date(2021, 1, 1), "53.02") == 53


def test_a_correction_beats_the_file_it_corrects_but_not_a_later_one(tmp_path: Path) -> None:
    files = FILES | {"2018-01-01+1.yaml": days(11, extra="reason: Salah ketik"),
                     "2018-01-01+2.yaml": days(12, extra="reason: Salah ketik lagi")}
    assert limit(tmp_path, files, date(2019, 1, 1)) == 12
    assert limit(tmp_path, files, date(2020, 1, 1)) == 20


def test_a_withdrawn_rule_no_longer_holds(tmp_path: Path) -> None:
    files = FILES | {"2022-01-01.yaml": days(0, ends=True)}
    assert limit(tmp_path, files, date(2021, 12, 31)) == 20
    assert limit(tmp_path, files, date(2022, 1, 1)) is None


def test_when_the_area_withdraws_its_own_rule_the_general_one_holds_again(tmp_path: Path) -> None:
    files = FILES | {"2019-01-01.53.yaml": days(53), "2021-01-01.53.yaml": days(0, ends=True)}
    assert limit(tmp_path, files, date(2020, 6, 1), "53") == 53
    assert limit(tmp_path, files, date(2021, 1, 1), "53") == 20


def test_nothing_in_force_is_an_error_that_names_rule_day_and_area() -> None:
    with pytest.raises(NotInForce) as met:
        in_force("R-LAPORAN-TPK", on=date(2018, 7, 22), area="53.01")
    assert met.value.codes == ["RULEBOOK_010"]
    assert (met.value.name, met.value.on, met.value.area) == ("R-LAPORAN-TPK", date(2018, 7, 22), "53.01")


def test_a_rule_that_does_not_exist_is_not_in_force() -> None:
    with pytest.raises(NotInForce):
        in_force("R-TIDAK-ADA", on=date(2026, 11, 21))


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [("", "53.01", True), ("53", "53", True), ("53", "53.01.02.2001", True), ("53.01", "53", False),
     ("53.0", "53.01", False), ("5", "53", False), ("53", "", False)],
)
def test_an_area_covers_what_lies_in_it_and_nothing_else(wide: str, narrow: str, expected: bool) -> None:
    assert covers(wide, narrow) is expected


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), unique=True, max_size=6), st.dates(date(1999, 1, 1)))
def test_the_latest_day_that_has_been_reached_decides(starts: list[date], on: date) -> None:
    files = [RuleFile("rules", "R-UJI", str(start), "", {}, start) for start in starts]
    found = pick(files, on)
    assert (found.starts if found else None) == max((start for start in starts if start <= on), default=None)
