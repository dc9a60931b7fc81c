"""Heirs for other programs: the same people name and read them as on the pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.features.savings.models import Heir
from sidamping.platform.database.ids import uuid7
from tests.features.savings.saving import Saving, saving
from tests.people import Cast, User

SignIn = Callable[[User], Client]


@pytest.fixture
def kept(cast: Cast) -> Saving:
    return saving(cast)


def test_heirs_are_named_read_and_ended(kept: Saving, sign_in: SignIn) -> None:
    client, there = sign_in(kept.cast.wati), f"/api/v1/members/{kept.yuliana}/heirs"
    named = {"id": str(uuid7()), "name": "Maria Bano", "kinship": "child"}
    for _ in range(2):
        told = client.post(there, named, content_type="application/json").json()
        assert [(one["id"], one["name"], one["kinship"]) for one in told] == [tuple(named.values())]
    odd = client.post(there, {"id": str(uuid7()), "name": " ", "kinship": "neighbour"}, content_type="application/json")
    assert [one["code"] for one in odd.json()["problems"]] == ["GENERAL_001", "GENERAL_002"]
    long = client.post(there, {**named, "id": str(uuid7()), "name": "x" * 121}, content_type="application/json")
    assert [(one["code"], one["where"]) for one in long.json()["problems"]] == [("API_003", "heir.name")]
    assert sign_in(kept.cast.ratna).get(there).json() == told
    assert sign_in(kept.cast.ratna).post(there, named, content_type="application/json").status_code == 422
    for who, status in ((kept.cast.maria, 404), (kept.cast.yosef, 404), (kept.cast.agnes, 403)):
        assert sign_in(who).get(there).status_code == status
    assert [client.post(f"{there}/{named['id']}/end").json() for _ in range(2)] == [[], []]
    assert Heir.objects.get().ended_at is not None
