"""C13 for programs: plans, pairs, settling and applying, with the scope and the faults of the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from sidamping.features.placements.models import Applied, Plan
from sidamping.features.programmes.models import Assignment
from tests import people, places
from tests.features.placements.test_plans import MODERN, PLAN, plan
from tests.people import Cast

__all__ = ["plan"]
ROOT = "/api/v1/placements"


def sent(client: Client, method: str, address: str, body: dict[str, Any]) -> Any:
    return getattr(client, method)(address, body, content_type="application/json")


def test_a_plan_is_listed_read_and_computed(cast: Cast, plan: UUID, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    (row,) = client.get(ROOT).json()["rows"]
    assert (row["id"], row["pairs"], row["applied"]) == (str(PLAN), 3, 0)
    card = client.get(f"{ROOT}/{PLAN}").json()
    first = next(one for one in card["pairs"] if one["mentee"] == "Koperasi Satu")
    assert first["mentor"] == "Ratna Tefa" and [part["code"] for part in first["because"]] == ["distance", "load"]
    assert sent(client, "post", f"{ROOT}/{PLAN}/compute", {}).json() == {"pairs": 3, "job": None}


def test_a_plan_sent_twice_is_made_once(cast: Cast, plan: UUID, sign_in: Any) -> None:
    client, id = sign_in(cast.yosef), str(uuid4())
    body = {"id": id, "programme": MODERN, "starts": "2026-11-05", "area": places.KUPANG}
    answers = [sent(client, "post", ROOT, body) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 201] and answers[1].json()["id"] == id
    assert Plan.objects.filter(pk=id).count() == 1
    body = {**body, "id": str(uuid4()), "area": places.TTS}
    answer = sent(client, "post", ROOT, body)
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, "PLACEMENTS_003")


def test_pairs_are_settled_and_the_chosen_ones_applied_once(cast: Cast, plan: UUID, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    pairs = client.get(f"{ROOT}/{PLAN}").json()["pairs"]
    host = pairs[0]["engagement_id"]
    desk = client.get(f"{ROOT}/{PLAN}/pairs/{host}").json()
    assert {one["name"] for one in desk["options"]} == {"Ratna Tefa", "Agnes Bria"}
    assert sent(client, "put", f"{ROOT}/{PLAN}/pairs/{host}", {"theme": "marketing"}).json()["theme"] == "marketing"
    body = {"id": str(uuid4()), "chosen": [host]}
    stale = sent(client, "post", f"{ROOT}/{PLAN}/apply", body)
    assert (stale.status_code, stale.json()["problems"][0]["code"]) == (422, "PLACEMENTS_006")
    sent(client, "post", f"{ROOT}/{PLAN}/compute", {})
    for _ in range(2):
        assert sent(client, "post", f"{ROOT}/{PLAN}/apply", body).json() == {"assigned": 1}
    assert Applied.objects.count() == 1 and Assignment.objects.filter(engagement=host).count() == 1


def test_an_unknown_theme_or_mentor_comes_back_with_its_code(cast: Cast, plan: UUID, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    host = client.get(f"{ROOT}/{PLAN}").json()["pairs"][0]["engagement_id"]
    body = {"theme": "magic", "mentor": str(cast.maria.pk)}
    answer = sent(client, "put", f"{ROOT}/{PLAN}/pairs/{host}", body)
    assert answer.status_code == 422
    assert [one["code"] for one in answer.json()["problems"]] == ["GENERAL_002", "PLACEMENTS_008"]
    assert sent(client, "put", f"{ROOT}/{PLAN}/pairs/{uuid4()}", body).status_code == 404


def test_strangers_and_other_territories_find_no_plan(cast: Cast, plan: UUID, sign_in: Any, now: datetime) -> None:
    people.appoint(cast.dominggus, "coordinator", area=places.TTS, programme=MODERN)
    client = sign_in(cast.dominggus)
    assert client.get(ROOT).json()["rows"] == []
    assert client.get(f"{ROOT}/{PLAN}").status_code == 404
    assert sent(client, "post", f"{ROOT}/{PLAN}/apply", {"id": str(uuid4()), "chosen": []}).status_code == 404
    for who in (cast.ratna, cast.ujang):
        assert sign_in(who).get(ROOT).status_code == 403
