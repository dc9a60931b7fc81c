"""Estafet for programs: the list, the dossier, handing over and taking, with the scope of the pages."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from sidamping.features.handovers.models import Dossier, Reading, Remark
from tests.features.handovers.test_handovers import ID, passed
from tests.people import Cast

__all__ = ["passed"]
ROOT = "/api/v1/handovers"


def sent(client: Any, act: str, body: dict[str, Any]) -> Any:
    return client.post(f"{ROOT}/{ID}/{act}", body, content_type="application/json")


def test_both_mentors_and_the_coordinator_read_the_open_dossier(passed: Cast, sign_in: Any) -> None:
    both = ["remark", "hand_over"]
    for who, may in ((passed.ratna, both), (passed.agnes, []), (passed.yosef, both)):
        client = sign_in(who)
        (row,) = client.get(ROOT).json()["rows"]
        assert (row["id"], row["state"], row["last_day"], row["first_day"]) == (
            str(ID), "open", "2026-11-10", "2026-11-11"
        )
        card = client.get(f"{ROOT}/{ID}").json()
        assert card["may"] == may and card["content"]["chain"]["papers_by"] == "Agnes Bria"


def test_it_is_handed_over_and_taken_once_each(passed: Cast, sign_in: Any) -> None:
    ratna, note = sign_in(passed.ratna), {"id": str(uuid4()), "text": "Kunci gudang pada Ibu Wati"}
    for _ in range(2):
        assert sent(ratna, "remarks", note).status_code == 201
    refused = sent(ratna, "hand-over", {"sent": False})
    assert (refused.status_code, refused.json()["problems"][0]["code"]) == (422, "HANDOVERS_003")
    hashes = {sent(ratna, "hand-over", {"sent": True}).json()["sha256"] for _ in range(2)}
    assert len(hashes) == 1 and Remark.objects.count() == Dossier.objects.count() == 1
    agnes = sign_in(passed.agnes)
    assert agnes.get(f"{ROOT}/{ID}").json()["may"] == ["take"]
    for _ in range(2):
        assert sent(agnes, "take", {"remark": "Sudah saya baca"}).json()["handover"]["state"] == "read"
    assert Reading.objects.count() == 1


def test_nobody_else_takes_it_and_strangers_find_nothing(passed: Cast, sign_in: Any) -> None:
    sent(sign_in(passed.ratna), "hand-over", {"sent": True})
    taken = sent(sign_in(passed.yosef), "take", {})
    assert (taken.status_code, taken.json()["problems"][0]["code"]) == (422, "HANDOVERS_006")
    maria = sign_in(passed.maria)
    assert maria.get(ROOT).json() == {"rows": [], "next_key": ""}
    assert maria.get(f"{ROOT}/{ID}").status_code == sent(maria, "take", {}).status_code == 404
    assert sign_in(passed.ujang).get(ROOT).status_code == 403


@pytest.mark.parametrize("act", ["remarks", "hand-over", "take"])
def test_an_unknown_handover_is_not_found(cast: Cast, sign_in: Any, act: str) -> None:
    body = {"id": str(uuid4()), "text": "x"}
    assert sent(sign_in(cast.ratna), act, body).status_code == 404
