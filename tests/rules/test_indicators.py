"""Indicators are files: found by day, checked for what contradicts their own relations (C4, product point 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sidamping.rules.indicators import indicator, indicator_faults, indicators
from sidamping.rules.loader import Book, book, freeze, thaw

ON = date(2026, 11, 5)


def test_indicators_begin_with_their_file_and_stand_in_the_order_of_boards() -> None:
    assert indicator("visited", date(2018, 7, 22)) is None
    assert indicator("visited", date(2018, 7, 23)) is not None
    groups = list(dict.fromkeys(one.group for one in indicators(ON)))
    assert groups == ["compliance", "intensity", "outcome", "papers", "health", "pipeline", "profile"]


def test_a_programme_sees_its_own_and_those_of_all() -> None:
    codes = {one.code for one in indicators(ON, "tpk-ntt-2018")}
    assert "visited" in codes
    assert "turnover-grew" not in codes


def test_all_three_is_the_intersection_of_the_three() -> None:
    found = indicator("all-three", ON)
    assert found is not None
    assert found.definition.relations.intersection_of == ("turnover-grew", "records-kept", "workers-added")
    assert found.definition.part.measure == "all_three"


@pytest.mark.parametrize(("code", "change", "fault"), [
    ("all-three", {"intersection_of": ["nowhere"]}, "RULEBOOK_007"),
    ("visited", {"part_of": ["turnover-grew"]}, "RULEBOOK_005"),
    ("visited", {"whole": "papers"}, "RULEBOOK_005"),
    ("papers-on-time", {"whole": None}, "RULEBOOK_005"),
    ("intensity-low", {"complements": ["intensity-middle"]}, "RULEBOOK_005"),
    ("visited", {"programmes": ["nowhere"]}, "RULEBOOK_007"),
    ("visited", {"mentee_kinds": ["nobody"]}, "RULEBOOK_007"),
    ("health-fair", {"mentee_kinds": None}, "RULEBOOK_005"),
])
def test_a_file_at_odds_with_its_relations_is_told(code: str, change: dict[str, Any], fault: str) -> None:
    file = next(one for one in book().kind("indicators") if one.name == code)
    data = {key: value for key, value in (thaw(file.data) | change).items() if value is not None}
    changed = replace(file, data=freeze(data))
    assert fault in {one.code for one in indicator_faults(_with(changed), changed)}


def _with(file: Any) -> Book:
    files = {**book().files, file.path: file}
    return Book(files, (), book().by_name)
