"""The API answers its own signed-in people and tells every refusal by code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.platform.access.models import User

SignIn = Callable[[User], Client]


@pytest.mark.django_db
def test_a_stranger_is_told_to_sign_in_not_sent_to_a_page(client: Client) -> None:
    answer = client.get("/api/v1/me")
    assert answer.status_code == 401
    assert [one["code"] for one in answer.json()["problems"]] == ["API_001"]


def test_a_mentor_sees_her_roles_of_the_day(ratna: User, sign_in: SignIn) -> None:
    answer = sign_in(ratna).get("/api/v1/me").json()
    assert (answer["name"], answer["on"]) == ("Ratna Tefa", "2026-11-05")
    assert answer["grants"] == [{"role": "mentor", "programme": "tpk-ntt-2018", "area": "53.01"}]


def test_the_reference_names_every_operation_without_script(ratna: User, sign_in: SignIn) -> None:
    client = sign_in(ratna)
    page = client.get("/api/v1/docs").content.decode()
    for address in client.get("/api/v1/openapi.json").json()["paths"]:
        assert address in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/docs", "/api/v1/openapi.json"])
def test_the_reference_is_for_signed_in_people(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302
