"""The same scope, checks and idempotence for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.people import Cast

SignIn = Callable[[User], Client]


def entry(cast: Cast, **changes: Any) -> dict[str, Any]:
    plain = {
        "id": str(uuid7()), "visited_on": "2026-11-04", "starts_at": "09:00", "ends_at": "10:30", "mode": "phone",
        "village": places.BOLOK, "activity": "Telepon", "purpose": "Tanya kas", "result": "Kas terisi",
        "presences": [{"engagement": str(cast.engagement.pk), "attendees": ["Ujang"]}],
        "follow_ups": [{"engagement": str(cast.engagement.pk), "text": "Kirim foto", "owner_side": "mentee",
                        "owner_name": "Ujang", "due": "2026-11-09"}],
    }
    return plain | changes


def post(client: Client, body: dict[str, Any]) -> Any:
    return client.post("/api/v1/visits", json.dumps(body), content_type="application/json")


def test_a_program_writes_once_and_reads_back(cast: Cast, sign_in: SignIn) -> None:
    client, body = sign_in(cast.ratna), entry(cast)
    assert [post(client, body).status_code for _ in range(2)] == [200, 200]
    assert [row["id"] for row in client.get("/api/v1/visits").json()["rows"]] == [body["id"]]
    assert client.get(f"/api/v1/visits/{body['id']}").json()["result"] == "Kas terisi"
    assert [row["text"] for row in client.get("/api/v1/follow-ups").json()] == ["Kirim foto"]


def test_faults_come_all_at_once_with_code_and_place(cast: Cast, sign_in: SignIn) -> None:
    answer = post(sign_in(cast.ratna), entry(cast, visited_on="2026-11-30", village="x", cost=-1))
    assert answer.status_code == 422
    found = {(one["code"], one["where"]) for one in answer.json()["problems"]}
    assert {("FIELDWORK_004", "visited_on"), ("AREAS_001", "village"), ("FIELDWORK_009", "cost")} <= found


def test_a_promise_under_the_id_of_another_one_is_refused_with_its_code(cast: Cast, sign_in: SignIn) -> None:
    client, first = sign_in(cast.ratna), entry(cast)
    post(client, first)
    taken = client.get("/api/v1/follow-ups").json()[0]["id"]
    second = entry(cast, starts_at="13:00", ends_at="14:00")
    second["follow_ups"][0]["id"] = taken
    answer = post(client, second)
    assert answer.status_code == 422
    assert [one["code"] for one in answer.json()["problems"]] == ["FIELDWORK_024"]
    assert client.get(f"/api/v1/visits/{second['id']}").status_code == 404, "half a visit is no visit"


def test_strangers_and_other_roles_are_refused(cast: Cast, sign_in: SignIn) -> None:
    body = entry(cast)
    post(sign_in(cast.ratna), body)
    assert sign_in(cast.maria).get(f"/api/v1/visits/{body['id']}").status_code == 404
    assert sign_in(cast.yosef).get(f"/api/v1/visits/{body['id']}").status_code == 200
    assert post(sign_in(cast.yosef), entry(cast)).status_code == 403
    assert sign_in(cast.anton).get("/api/v1/visits").status_code == 403
    assert Client().get("/api/v1/visits").status_code == 401


@pytest.mark.parametrize("sign", ["\x00", "\ud800"])
def test_a_sign_that_cannot_be_stored_is_refused_at_its_place(cast: Cast, sign_in: SignIn, sign: str) -> None:
    met = [{"engagement": str(cast.engagement.pk), "attendees": ["Ujang", f"Bu{sign}di"]}]
    answer = post(sign_in(cast.ratna), entry(cast, activity=sign, presences=met))
    assert answer.status_code == 422
    found = [(one["code"], one["where"]) for one in answer.json()["problems"]]
    assert found == [("GENERAL_006", "activity"), ("GENERAL_006", "presences.0.attendees.1")]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"activity": "\xff"}', b"[" * 100_000])
def test_a_body_that_is_no_json_is_told_with_its_code(cast: Cast, sign_in: SignIn, body: bytes) -> None:
    answer = sign_in(cast.ratna).post("/api/v1/visits", body, content_type="application/json")
    assert answer.status_code == 400
    assert [one["code"] for one in answer.json()["problems"]] == ["API_004"]
