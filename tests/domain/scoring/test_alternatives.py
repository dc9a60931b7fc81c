"""The policy lab adds, ranks with ties, weighs, tests its weights, and tells where a source does not add up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.bands import interval
from sidamping.domain.scoring.instrument import Comparison
from sidamping.domain.scoring.outcome import Outcome
from tests.domain.scoring.small import DAY, INSTRUMENT, WORD, codes

LAB = replace(
    INSTRUMENT,
    components=(),
    aspects=(),
    comparison=Comparison(
        {"a": WORD, "b": WORD}, {"a": Fraction(1), "b": Fraction(1)}, interval("[1, 5]"), {"abis": "a"}
    ),
)


def compared(data: dict[str, Any]) -> Outcome:
    return compare(LAB, data, on=DAY)


def order(made: Outcome) -> list[tuple[str, int, int]]:
    assert made.alternatives is not None
    return [(one["key"], one["total"], one["rank"]) for one in made.alternatives["ranking"]]


def test_equal_totals_share_a_rank() -> None:
    made = compared({"alternatives": {"x": [1, 2], "y": {"a": 5, "b": 5}, "z": {"abis": 2, "b": 1}}})
    assert order(made) == [("y", 10, 1), ("x", 3, 2), ("z", 3, 2)]


def test_rows_with_names_and_weights_are_read() -> None:
    rows = [{"name": "x", "a": 1, "b": 5}, {"name": "y", "a": 5, "b": 2}]
    assert order(compared({"alternatives": rows})) == [("y", 7, 1), ("x", 6, 2)]
    assert order(compared({"alternatives": rows, "weights": {"b": 3}})) == [("x", 16, 1), ("y", 11, 2)]


def test_sensitivity_says_who_comes_first_when_a_criterion_counts_double_or_not_at_all() -> None:
    made = compared({"alternatives": {"x": [1, 5], "y": [5, 2]}})
    assert made.alternatives is not None
    first = {(one["criterion"], one["times"]): one["first"] for one in made.alternatives["sensitivity"]}
    assert first == {("a", 2): ["y"], ("a", 0): ["x"], ("b", 2): ["x"], ("b", 0): ["y"]}


def test_a_printed_total_that_does_not_add_up_is_told() -> None:
    made = compared({"alternatives": {"x": {"a": 3, "b": 4, "total": 8}, "y": {"a": 1, "b": 1, "total": 2}}})
    assert codes(made) == {"SCORING_039"}
    assert order(made)[0] == ("x", 7, 1)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({}, ["SCORING_018"]),
        ({"alternatives": {"x": [1]}}, ["SCORING_017"]),
        ({"alternatives": {"x": [1, 6], "y": ["dua", 2]}}, ["SCORING_007", "SCORING_004"]),
        (
            {"alternatives": {"x": [1, 2]}, "weights": {"a": 0, "c": 1, "b": "berat"}},
            ["SCORING_020", "SCORING_011", "SCORING_004"],
        ),
    ],
)
def test_wrong_marks_are_refused_all_at_once(data: dict[str, Any], found: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        compared(data)
    assert refused.value.codes == found
