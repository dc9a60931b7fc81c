"""Indicators from the rows of the summary: the plain meaning that every engine reproduces (C4-C6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.success import Limits, Monthly, success
from sidamping.domain.indicators.counts import Count, Fact, counted
from sidamping.domain.indicators.definitions import (
    BEGUN,
    EVER,
    LATEST,
    MONTH,
    RECORDS,
    RUNNING,
    SPAN,
    ZERO,
    Definition,
    Part,
    Relations,
)
from sidamping.domain.indicators.relations import contradictions
from sidamping.domain.indicators.seasons import same_season
from sidamping.domain.periods import Month

JAN, FEB, MAR, APR = (Month(2026, number) for number in (1, 2, 3, 4))
VISITED = Definition("visited", Part("visits", MONTH, 1, absent=ZERO), RUNNING)
SALES_TOLD = Definition("sales-told", Part("turnover", MONTH, 1), RUNNING)


def facts(table: str) -> list[Fact]:
    """Lines 'mentoring month measure value'; '-' is a value that cannot be told."""
    rows = (line.split() for line in table.strip().splitlines())
    return [Fact(who, Month(2026, int(month)), measure, None if value == "-" else int(value))
            for who, month, measure, value in rows]


STORY = facts("""
    ani   1 started  1
    budi  1 started  1
    citra 3 started  1
    budi  2 ended    1
    ani   1 visits   2
    ani   2 turnover 0
    budi  2 turnover 500
    ani   3 visits   1
    ani   3 papers   3
    ani   3 papers_on_time 2
""")


def test_none_happened_is_zero_and_not_told_is_apart() -> None:
    assert counted(VISITED, STORY, FEB) == Count(0, 2, 2)
    assert counted(SALES_TOLD, STORY, JAN) == Count(0, 0, 2)
    told = counted(SALES_TOLD, STORY, FEB)
    assert (told.part, told.whole, told.unreported) == (1, 2, 0)


def test_who_ended_counts_in_that_month_and_no_more() -> None:
    assert counted(VISITED, STORY, FEB).population == 2
    assert counted(VISITED, STORY, MAR) == Count(1, 2, 2)
    assert counted(Definition("x", VISITED.part, BEGUN), STORY, MAR).population == 3


def test_span_sums_months_and_latest_takes_the_newest() -> None:
    span = Definition("x", Part("visits", SPAN, 3, months=3, absent=ZERO), RUNNING)
    assert counted(span, STORY, MAR).part == 1
    assert counted(span, STORY, APR).part == 0
    latest = Definition("x", Part("turnover", LATEST, 0, 0), BEGUN)
    assert counted(latest, STORY, APR) == Count(1, 2, 3)
    ever = Definition("x", Part("visits", EVER, 3, absent=ZERO), BEGUN)
    assert counted(ever, STORY, APR).part == 1


def test_what_cannot_be_told_any_more_hides_what_was_told_before() -> None:
    rows = facts("ani 1 started 1\nani 1 all_three 1\nani 2 all_three -")
    latest = Definition("all", Part("all_three", LATEST, 1, 1), BEGUN)
    assert counted(latest, rows, JAN) == Count(1, 1, 1)
    assert counted(latest, rows, FEB) == Count(0, 0, 1)


def test_records_are_summed_among_records() -> None:
    papers = Definition("papers", Part("papers_on_time", MONTH), BEGUN, counted=RECORDS, whole="papers")
    assert counted(papers, STORY, MAR) == Count(2, 3, 3)


def test_a_count_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="not a count"):
        Count(3, 2, 5)
    with pytest.raises(ValueError, match="not a count"):
        Count(1, 6, 5)


def test_turnover_is_compared_at_equal_season_among_those_told_twice() -> None:
    """Ani sold 100 in March 2025 and 150 in March 2026; Budi told only this year and changes nothing (C6)."""
    march, before = Month(2026, 3), Month(2025, 3)
    found = same_season({"ani": {march: 150, before: 100}, "budi": {march: 900}}, march)
    assert (found.before, found.after, found.pairs, found.change) == (100, 150, 1, 50)
    assert same_season({}, march).change is None


PARTS = ("turnover", "records", "workers")
DEFINED = (
    *(Definition(name, Part(name, LATEST, 1, 1), BEGUN) for name in PARTS),
    Definition("all", Part("all_three", LATEST, 1, 1), BEGUN, relations=Relations(intersection_of=PARTS)),
    *(Definition(name, Part("intensity", LATEST, place, place), BEGUN,
                 relations=Relations(complements=tuple(one for one in ("low", "mid", "high") if one != name)))
      for place, name in enumerate(("low", "mid", "high"), 1)),
)
LIMITS = Limits(growth_percent=0, baseline_months=3, records_months=2, records_of=3, workers=1, target_percent=34)  # type: ignore[arg-type]  # whole numbers are fractions
maybe = st.none() | st.integers(0, 3)
months = st.lists(st.tuples(maybe, st.none() | st.booleans(), maybe, st.integers(1, 3)), min_size=6, max_size=6)


@given(st.lists(months, max_size=8))
def test_random_records_never_give_an_inconsistent_table(people: list[list[tuple]]) -> None:  # type: ignore[type-arg]  # drawn rows
    """Whatever is told or left out, no table contradicts itself."""
    rows = [fact for who, drawn in enumerate(people) for fact in _judged(str(who), drawn)]
    told = {one.code: counted(one, rows, Month(2026, 6)) for one in DEFINED}
    assert contradictions(DEFINED[:4], {code: one.part for code, one in told.items()}, None) == []
    bands = {code: told[code].part for code in ("low", "mid", "high")}
    assert contradictions(DEFINED[4:], bands, told["low"].whole) == []


def _judged(who: str, drawn: list[tuple]) -> list[Fact]:  # type: ignore[type-arg]  # drawn rows
    """January to March are the baseline, April to June the mentoring."""
    series = [Monthly(Month(2026, at), *row[:3]) for at, row in enumerate(drawn, 1)]
    found = success(LIMITS, series, first=Month(2026, 4), last=Month(2026, 6)).outcomes
    rows = [Fact(who, Month(2026, 6), name, None if reached is None else int(reached))
            for name, reached in found.items()]
    return [Fact(who, Month(2026, 4), "started", 1), Fact(who, Month(2026, 6), "intensity", drawn[0][3]), *rows]
