"""GET /api/v1/indicators: the board as counts, scoped like the pages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.features.progress import cases
from tests.people import Cast


@pytest.fixture(autouse=True)
def _visited(cast: Cast) -> None:
    cases.appoint_all(cast)
    cases.met(cast, cases.participant(cast), "2026-10-02")
    cases.participant(cast, "Kue Lontar")


def test_counts_come_with_whole_and_population(cast: Cast, sign_in: Any) -> None:
    told = sign_in(cast.yosef).get(f"/api/v1/indicators?month=2026-10&programme={cases.TKM}").json()
    visited = next(one for one in told["whole"]["counts"] if one["indicator"] == "visited")
    assert (visited["part"], visited["whole"], visited["population"]) == (1, 2, 2)
    assert [group["key"] for group in told["groups"]] == ["53.01"]
    assert told["as_of"] == "2026-10-31"


def test_a_stranger_gets_no_group_and_a_chair_nothing(cast: Cast, sign_in: Any) -> None:
    told = sign_in(cast.maria).get(f"/api/v1/indicators?month=2026-10&programme={cases.TKM}").json()
    assert told["groups"] == []
    assert sign_in(cast.ujang).get("/api/v1/indicators").status_code == 403


@pytest.mark.parametrize("query", ["month=kemarin", "by=bulan"])
def test_what_cannot_be_read_is_told_by_code(cast: Cast, sign_in: Any, query: str) -> None:
    answer = sign_in(cast.yosef).get(f"/api/v1/indicators?{query}")
    assert answer.status_code == 422
    assert "GENERAL_004" in answer.content.decode()


PIVOT = f"/api/v1/indicators/pivot?month=2026-10&programme={cases.TKM}&rows=mentor&columns=month&indicator="


def test_the_pivot_comes_as_counts_with_the_names_of_its_keys(cast: Cast, sign_in: Any) -> None:
    told = sign_in(cast.yosef).get(f"{PIVOT}visited").json()
    assert told["rows"] == {str(cast.ratna.pk): "Ratna Tefa"}
    october = next(one for one in told["cells"] if one["column"] == "2026-10")
    assert (october["part"], october["whole"], october["population"]) == (1, 2, 2)
    assert sign_in(cast.maria).get(f"{PIVOT}visited").json()["cells"] == []
    assert sign_in(cast.ujang).get(f"{PIVOT}visited").status_code == 403


def test_a_pivot_of_nothing_or_of_a_group_with_itself_is_told_by_code(cast: Cast, sign_in: Any) -> None:
    for address in (f"{PIVOT}nowhere", f"{PIVOT.replace('rows=mentor', 'rows=month')}visited"):
        answer = sign_in(cast.yosef).get(address)
        assert answer.status_code == 422 and "GENERAL_004" in answer.content.decode()
