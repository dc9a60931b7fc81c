"""C4: one expression for each indicator; every engine answers what the definition says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidamping.domain.indicators import counts
from sidamping.domain.indicators.counts import NONE, Count, Fact
from sidamping.domain.periods import Month
from sidamping.edges.analytics.engines import ENGINES
from sidamping.edges.analytics.exporting import export
from sidamping.edges.analytics.expressions import counted
from sidamping.features.indicators.models import Summary
from sidamping.features.programmes.models import Engagement
from sidamping.rules.indicators import Indicator, indicators
from tests import people
from tests.features.indicators.test_asking import OCTOBER, scattered
from tests.features.progress import cases
from tests.people import Cast

ALL = indicators(people.TODAY)
Answers = dict[str, Count]


@pytest.fixture
def crowd(cast: Cast) -> list[Engagement]:
    cases.appoint_all(cast)
    return [cases.participant(cast, f"Usaha {at}") for at in range(9)]


def said(engine: str, folder: Path, month: Month = OCTOBER) -> Answers:
    """What an engine answers, for every indicator of the rulebook."""
    with ENGINES[engine](folder) as summary:
        return {one.code: _count(counted(one.definition, summary, month).to_pyarrow().to_pylist()[0]) for one in ALL}


def meant(month: Month = OCTOBER) -> Answers:
    """What the definitions say of the same rows."""
    facts = [
        (row.programme, Fact(str(row.engagement_id), Month.of(row.month), row.measure, row.value))
        for row in Summary.objects.all()
    ]
    return {one.code: counts.counted(one.definition, _fitting(one, facts), month) for one in ALL}


def _fitting(one: Indicator, facts: list[tuple[str, Fact]]) -> list[Fact]:
    wanted = one.definition.programmes
    return [fact for programme, fact in facts if not wanted or programme in wanted]


def _count(row: dict[str, int]) -> Count:
    return Count(row["part"], row["whole"], row["population"])


@pytest.mark.parametrize("seed", range(4))
def test_duckdb_and_postgres_answer_what_the_definition_says(crowd: list[Engagement], tmp_path: Path, seed: int):
    scattered(crowd, seed)
    export(tmp_path, people.TODAY)
    expected = meant()
    assert any(one != NONE for one in expected.values())
    assert said("duckdb", tmp_path) == expected == said("postgres", tmp_path)


def test_sail_understands_the_same_expressions(crowd: list[Engagement], tmp_path: Path):
    scattered(crowd, 7)
    export(tmp_path, people.TODAY)
    assert said("sail", tmp_path) == meant()


def test_groups_add_up_to_the_whole(crowd: list[Engagement], tmp_path: Path):
    scattered(crowd, 3)
    for one in ALL:
        with ENGINES["postgres"](tmp_path) as summary:
            rows = counted(one.definition, summary, OCTOBER, "regency").to_pyarrow().to_pylist()
        assert sum((_count(row) for row in rows), NONE) == meant()[one.code]
