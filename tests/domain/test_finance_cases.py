"""Every published example of finance: ours is the exact recomputation, and agrees with the sources that are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.domain.finance_cases import CASES, SOURCE_DIFFERS, exact, ours

NAMED = [pytest.param(case, id=case["id"]) for case in CASES]
PRINTED_ROUNDING = {"loan-anuitas-78jt-12": 0.05, "loan-anuitas-2jt-5": 0.04}
"""How far a source drifts that carries two decimals from month to month, or reads its factor from a table."""


@pytest.mark.parametrize("case", NAMED)
def test_the_exact_result_is_the_recomputed_one(case: dict[str, Any]) -> None:
    told = exact(ours(case))
    assert {key: told[key] for key in case["recomputed"]} == {
        key: pytest.approx(float(value), abs=0.0051) for key, value in case["recomputed"].items()
    }


@pytest.mark.parametrize("case", NAMED)
def test_what_is_booked_is_the_exact_result_in_whole_rupiah(case: dict[str, Any]) -> None:
    told = ours(case)
    for key in case["recomputed"]:
        if not key.startswith("average_"):
            assert isinstance(told[key], int), key
        # A schedule rounds each month, so its sums may be off by half a rupiah a month.
        off = max(1, case["inputs"].get("months", 1) / 2)
        assert told[key] == pytest.approx(float(case["recomputed"][key]), abs=off)


@pytest.mark.parametrize("case", [one for one in NAMED if one.id not in SOURCE_DIFFERS])
def test_a_source_that_is_right_says_the_same(case: dict[str, Any]) -> None:
    told = exact(ours(case))
    drift = PRINTED_ROUNDING.get(case["id"], 0.5)
    for (name, said), (_, mine) in zip(_flat(case["source_value"]), _like(case["source_value"], told), strict=True):
        assert float(mine) == pytest.approx(float(said), abs=drift), name


@pytest.mark.parametrize("case", [one for one in NAMED if one.id in SOURCE_DIFFERS])
def test_a_source_that_is_wrong_differs_and_its_error_is_told(case: dict[str, Any]) -> None:
    told = exact(ours(case))
    assert SOURCE_DIFFERS[case["id"]]
    assert any(abs(float(told[key]) - float(said)) > 1 for key, said in case["source_value"].items())


def test_the_sources_marked_wrong_are_those_listed() -> None:
    assert {case["id"] for case in CASES if case["status"] == "source_error"} == set(SOURCE_DIFFERS)


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every printed number with its name."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat(one, f"{name}.{key}")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _flat(one, f"{name}[{at}]")
    else:
        yield name, value


def _like(wanted: dict[str, Any], told: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Our numbers under the names that the source prints."""
    return _flat({key: {name: told[key][name] for name in one} if isinstance(one, dict) else told[key]
                  for key, one in wanted.items()})
