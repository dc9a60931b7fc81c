"""Engagements for programs: the scope of the pages, nothing for strangers, page by page."""

from __future__ import annotations

import pytest
from ninja import NinjaAPI
from ninja.testing import TestClient

from sidamping.features.programmes.api import router
from tests.people import Cast, look


@pytest.fixture(scope="module")
def api() -> TestClient:
    root = NinjaAPI(urls_namespace="programmes-alone")
    root.add_router("", router)
    return TestClient(root)


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("ratna", ["Merah Putih"]),
        ("maria", ["Kuatae Maju"]),
        ("sarlin", ["Kuatae Maju", "Merah Putih"]),
        ("agnes", ["Kuatae Maju", "Merah Putih"]),
        ("anton", []),
    ],
)
def test_each_role_gets_its_own_engagements(cast: Cast, api: TestClient, who: str, names: list[str]) -> None:
    answer = api.get("/engagements", viewer=look(getattr(cast, who))).json()
    assert [row["mentee_name"] for row in answer["rows"]] == names and answer["next_key"] == ""


def test_one_engagement_carries_place_mentor_and_path(cast: Cast, api: TestClient) -> None:
    row = api.get(f"/engagements/{cast.engagement.id}", viewer=look(cast.yosef)).json()
    assert (row["village"], row["mentor_name"]) == ("Bolok", "Ratna Tefa")
    assert row["path"][0]["code"] == "observe"


@pytest.mark.parametrize("who", ["maria", "anton"])
def test_a_stranger_finds_nothing(cast: Cast, api: TestClient, who: str) -> None:
    viewer = look(getattr(cast, who))
    assert api.get(f"/engagements/{cast.engagement.id}", viewer=viewer).status_code == 404


def test_filters_narrow_and_odd_values_are_refused(cast: Cast, api: TestClient) -> None:
    viewer = look(cast.sarlin)
    assert len(api.get("/engagements?area=53.02", viewer=viewer).json()["rows"]) == 1
    assert api.get("/engagements?mentor=bukan-uuid", viewer=viewer).status_code == 422
