"""GET /api/v1/search: what the page finds, for programs; scoped, and refused where the words say nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.features.papers import desk
from tests.people import Cast


@pytest.fixture(autouse=True)
def _october(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 7), activity="Pembenahan kafé anggota")
    desk.submitted(cast)


def asked(client: Any, query: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/search?{query}")
    assert answer.status_code == 200
    return answer.json()


def test_each_kind_brings_its_first_records_with_their_addresses(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    groups = {one["kind"]: one for one in asked(client, "q=merah putih")["groups"]}
    assert set(groups) == {"cooperative", "paper"} and not groups["cooperative"]["more"]
    assert client.get(groups["cooperative"]["hits"][0]["url"]).status_code == 200
    (visit,) = (one for one in asked(client, "q=kafe")["groups"] if one["kind"] == "visit")
    assert "kafé" in visit["hits"][0]["excerpt"]


def test_one_kind_alone_turns_its_pages(cast: Cast, sign_in: Any) -> None:
    told = asked(sign_in(cast.yosef), "q=merah&kind=cooperative")
    assert [one["kind"] for one in told["groups"]] == ["cooperative"] and told["next"] == ""


def test_a_stranger_finds_nothing_and_a_treasurer_may_not_ask(cast: Cast, sign_in: Any) -> None:
    assert asked(sign_in(cast.maria), "q=merah putih") == {"groups": [], "next": ""}
    assert sign_in(cast.wati).get("/api/v1/search?q=merah").status_code == 403


@pytest.mark.parametrize("query", ["q=", "q=merah&kind=rahasia"])
def test_what_cannot_be_asked_is_told_by_code(cast: Cast, sign_in: Any, query: str) -> None:
    answer = sign_in(cast.yosef).get(f"/api/v1/search?{query}")
    assert answer.status_code == 422 and "GENERAL_004" in answer.content.decode()
