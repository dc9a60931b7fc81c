"""Assessments for programs: opened, filled in, handed in and read with the scope and the faults of the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from sidamping.features.assessments import services
from sidamping.features.assessments.models import Assessment, Step
from sidamping.platform.access.models import User
from tests.features.assessments import rounds
from tests.people import Cast, look

SignIn = Callable[[User], Client]
ROOT = "/api/v1"


def sent(client: Client, path: str, body: dict[str, Any] | None = None) -> Any:
    return client.post(f"{ROOT}{path}", body or {}, content_type="application/json")


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 422
    return [one["code"] for one in answer.json()["problems"]]


def wish(cast: Cast, **changes: Any) -> dict[str, Any]:
    made = {"id": str(uuid4()), "instrument": "ksp-health", "as_of": "2025-12-31", "party": str(cast.merah_putih.pk)}
    return made | changes


@pytest.fixture
def agnes(cast: Cast, sign_in: SignIn) -> Client:
    return sign_in(cast.agnes)


def test_a_round_goes_from_opening_to_handing_in(cast: Cast, agnes: Client) -> None:
    body = wish(cast)
    assert sent(agnes, "/assessments", body).json() == sent(agnes, "/assessments", body).json() == {"id": body["id"]}
    here = f"/assessments/{body['id']}"
    saving = {"seen": 0, "values": rounds.AMOUNTS, "notes": {"inputs.total_aset": "Neraca RAT"}, "answered_by": "Beti"}
    assert sent(agnes, f"{here}/filling", saving).json() == sent(agnes, f"{here}/filling", saving).json()
    card = agnes.get(f"{ROOT}{here}").json()
    assert card["fillings"][0]["values"] == rounds.AMOUNTS
    assert (card["fillings"][0]["answered_by"], card["fillings"][0]["revised"]) == ("Beti", 1)
    for _ in range(2):
        told = sent(agnes, f"{here}/submit").json()["outcome"]
        assert (told["total"], told["coverage"], told["partial"]) == (3, 0.06, True)
    assert (Assessment.objects.count(), Step.objects.count()) == (1, 1)
    rows = agnes.get(f"{ROOT}/assessments?state=submitted").json()["rows"]
    assert [(one["id"], one["lead"], one["total"]) for one in rows] == [(body["id"], "Agnes Bria", None)]


def test_a_decided_round_shows_its_result_with_hash_and_trace(cast: Cast, sign_in: SignIn) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Neraca")
    card = sign_in(cast.ujang).get(f"{ROOT}/assessments/{round_}").json()
    (result,) = card["results"]
    assert (len(result["sha256"]), result["given"]["inputs"]["total_aset"]) == (64, 1_000_000_000)
    assert result["outcome"]["components"][0]["cite"].startswith("perdep-06-2016#")
    assert (card["head"]["total"], card["head"]["coverage"], card["may"]) == (3, 0.06, [])


@pytest.mark.parametrize("who", ["maria", "ratna", "ujang", "anton"])
def test_a_stranger_or_another_territory_finds_nothing(cast: Cast, sign_in: SignIn, who: str) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    client = sign_in(getattr(cast, who))
    assert client.get(f"{ROOT}/assessments").json()["rows"] == []
    assert client.get(f"{ROOT}/assessments/{round_}").status_code == 404
    assert sent(client, f"/assessments/{round_}/filling", {"seen": 0}).status_code == 404
    assert sent(client, f"/assessments/{round_}/submit").status_code == 404
    assert Client().get(f"{ROOT}/assessments").status_code == 401


def test_faults_come_back_all_at_once_with_their_codes(cast: Cast, agnes: Client, sign_in: SignIn) -> None:
    assert codes(sent(agnes, "/assessments", wish(cast, as_of="2027-01-01", party=None))) == [
        "ASSESSMENTS_004", "ASSESSMENTS_005",
    ]
    assert codes(sent(agnes, "/assessments", wish(cast, as_of="kemarin"))) == ["API_003"]
    assert codes(sent(sign_in(cast.maria), "/assessments", wish(cast))) == ["ASSESSMENTS_002"]
    body = wish(cast)
    sent(agnes, "/assessments", body)
    wrong = {"seen": 0, "values": {"inputs.kas": "-5", "inputs.total_aset": "banyak"}}
    answer = sent(agnes, f"/assessments/{body['id']}/filling", wrong)
    assert sorted(codes(answer)) == ["SCORING_004", "SCORING_005"]
    assert {one["where"] for one in answer.json()["problems"]} == {"inputs.kas", "inputs.total_aset"}
    assert codes(sent(agnes, f"/assessments/{body['id']}/submit")) == ["SCORING_003"]


def test_instruments_are_listed_and_read_with_every_item(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    names = {one["name"] for one in client.get(f"{ROOT}/instruments?on=2026-11-05").json()}
    assert {"ksp-health", "coop-health", "mentor-competence", "policy-lab"} <= names
    told = client.get(f"{ROOT}/instruments/ksp-health?on=2025-12-31").json()
    assert told["instrument"]["version"] == "ksp-health/2016-04-01"
    items = {item["key"]: item for section in told["sections"] for item in section["items"]}
    assert sum(item["kind"] == "yesno" for item in items.values()) == 38
    assert items["inputs.total_aset"]["cite"].startswith("perdep-06-2016#")
    older = client.get(f"{ROOT}/instruments/ksp-health?version=2009-12-01").json()
    assert older["instrument"]["version"] == "ksp-health/2009-12-01" and len(older["versions"]) == 4
    assert client.get(f"{ROOT}/instruments/dice").status_code == 404
    assert codes(client.get(f"{ROOT}/instruments/ksp-health?version=1950")) == ["SCORING_013"]


def test_an_unknown_round_is_not_found(agnes: Client) -> None:
    unknown = UUID(int=7)
    assert agnes.get(f"{ROOT}/assessments/{unknown}").status_code == 404
