"""Engagements for programs: the scope of the pages, nothing for strangers, page by page."""

from __future__ import annotations

import pytest
from ninja import NinjaAPI
from ninja.testing import TestClient

from sidamping.features.programmes.api import router
from tests.features.programmes import rounds
from tests.people import Cast, look

STEP = "0190e7a0-0000-7000-8000-000000000052"


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


def test_an_assessor_reads_states_and_days_but_not_who_and_why(cast: Cast, api: TestClient) -> None:
    path, said = cast.engagement.path_id, {"id": STEP, "step": "observe", "done_on": "2026-11-02"}
    api.post(f"/paths/{path}/steps", json=said, viewer=look(cast.ratna))
    told = []
    for who in (look(cast.yosef), look(cast.agnes)):
        listed = api.get("/engagements?text=Merah", viewer=who).json()["rows"]
        for row in (api.get(f"/engagements/{cast.engagement.id}", viewer=who).json(), *listed):
            told.append((row["path"][0]["state"], row["path"][0]["by"]))
    assert told == [("done", "Ratna Tefa")] * 2 + [("done", "")] * 2


@pytest.mark.parametrize("who", ["maria", "anton"])
def test_a_stranger_finds_nothing(cast: Cast, api: TestClient, who: str) -> None:
    viewer = look(getattr(cast, who))
    assert api.get(f"/engagements/{cast.engagement.id}", viewer=viewer).status_code == 404


def test_filters_narrow_and_odd_values_are_refused(cast: Cast, api: TestClient) -> None:
    viewer = look(cast.sarlin)
    assert len(api.get("/engagements?area=53.02", viewer=viewer).json()["rows"]) == 1
    assert api.get("/engagements?mentor=bukan-uuid", viewer=viewer).status_code == 422


def test_a_path_is_read_and_a_step_recorded_once(cast: Cast, api: TestClient) -> None:
    """E20: the seven steps of a mentoring task, dated, over the interface for programs."""
    path = cast.engagement.path_id
    said = {"id": "0190e7a0-0000-7000-8000-000000000051", "step": "observe", "done_on": "2026-11-02"}
    for _ in range(2):
        answer = api.post(f"/paths/{path}/steps", json=said, viewer=look(cast.ratna))
        assert answer.json() == {"id": said["id"]}
    seen = api.get(f"/paths/{path}", viewer=look(cast.yosef)).json()
    assert [step["state"] for step in seen["steps"]][:2] == ["done", "next"] and len(seen["steps"]) == 7
    assert api.get(f"/paths/{path}", viewer=look(cast.maria)).status_code == 404
    assert api.post(f"/paths/{path}/steps", json=said, viewer=look(cast.maria)).status_code == 404


def test_cohorts_are_listed_to_those_of_their_area(cast: Cast, api: TestClient) -> None:
    begun = rounds.begin(cast)
    rows = api.get("/cohorts", viewer=look(cast.paulus)).json()["rows"]
    assert [(row["name"], row["mentees"], row["mentors"]) for row in rows] == [("Angkatan 1", 1, 1)]
    assert api.get(f"/cohorts/{begun.cohort}", viewer=look(cast.paulus)).json()["target"] == 12
    assert api.get(f"/cohorts/{begun.cohort}", viewer=look(cast.maria)).status_code == 404
