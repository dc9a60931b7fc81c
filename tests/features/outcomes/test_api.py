"""B9 and B11 for programs: meetings, the explainer of graduation, judgements; the mentor never reads a confirmation."""

from __future__ import annotations

from typing import Any

import pytest

from sidamping.features.outcomes import services
from sidamping.features.outcomes.models import Meeting
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.outcomes.stage import Stage, modern, walk
from tests.people import Cast

ROOT = "/api/v1/engagements"
TWO = {"ministry": ["Paulus Riwu"], "cooperative": ["Ujang Mantap"]}


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return modern(cast)


def body(**changed: Any) -> dict[str, Any]:
    said = {"id": str(uuid7()), "kind": "confirmation", "held_on": "2026-08-05", "attendees": TWO, "minutes": "Rahasia"}
    return {**said, **changed}


def sent(client: Any, stage: Stage, told: dict[str, Any]) -> Any:
    return client.post(f"{ROOT}/{stage.id}/meetings", told, content_type="application/json")


def test_a_confirmation_sent_twice_is_kept_once_and_the_mentor_finds_none(stage: Stage, sign_in: Any) -> None:
    client, told = sign_in(stage.cast.paulus), body()
    for _ in range(2):
        assert sent(client, stage, told).status_code == 201
    assert Meeting.objects.count() == 1
    assert [one["kind"] for one in client.get(f"{ROOT}/{stage.id}/meetings").json()] == ["confirmation"]
    ratna = sign_in(stage.cast.ratna)
    assert ratna.get(f"{ROOT}/{stage.id}/meetings").json() == []
    assert sent(ratna, stage, body()).json()["problems"][0]["code"] == "OUTCOMES_002"


def test_every_fault_of_a_meeting_comes_back_at_once(stage: Stage, sign_in: Any) -> None:
    answer = sent(sign_in(stage.cast.paulus), stage, body(held_on="2030-01-01", minutes="", attendees={}))
    assert answer.status_code == 422
    assert {one["code"] for one in answer.json()["problems"]} == {"OUTCOMES_003", "GENERAL_001", "OUTCOMES_004"}


def test_the_explainer_and_the_judgements_are_read(stage: Stage, sign_in: Any) -> None:
    walk(stage, "result")
    services.judge_result(
        by=stage.pmo(), id=uuid7(), engagement=stage.id, summary="Pembeli tetap bertambah", on=people.TODAY
    )
    client = sign_in(stage.cast.paulus)
    told = client.get(f"{ROOT}/{stage.id}/graduation").json()
    assert told["ready"] is False and {one["measure"] for one in told["conditions"]} >= {"assessment_pair"}
    (line,) = client.get(f"{ROOT}/{stage.id}/judgements").json()
    assert (line["kind"], line["decided_on"], line["reason"]) == ("result", "2026-11-05", "Pembeli tetap bertambah")


@pytest.mark.parametrize("part", ["meetings", "graduation", "judgements"])
def test_strangers_find_nothing(stage: Stage, sign_in: Any, part: str) -> None:
    assert sign_in(stage.cast.maria).get(f"{ROOT}/{stage.id}/{part}").status_code == 404
    assert sign_in(stage.cast.anton).get(f"{ROOT}/{stage.id}/{part}").status_code == 403
