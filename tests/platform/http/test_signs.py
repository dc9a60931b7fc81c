"""Addresses that nobody's browser makes: told as bad, never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.platform.access.models import User
from sidamping.platform.http.signs import unsound_places
from tests.people import Cast

ADDRESSES = ("/wilayah/?q=ab%00", "/pilih/person/?q=%00ab", "/cek/%00/", "/kalender/a%00.ics", "/api/v1/areas?q=ab%00")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_with_a_nul_sign_is_a_bad_request(
    cast: Cast, sign_in: Callable[[User], Client], address: str
) -> None:
    assert sign_in(cast.ratna).get(address).status_code == 400
    assert Client().get(address).status_code == 400


def test_a_form_with_a_nul_sign_is_a_bad_request(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    answer = sign_in(cast.anton).post(f"/pengguna/{cast.agnes.id}/aktif/", {"aktif": "0", "why": "a\x00"})
    assert answer.status_code == 400


@pytest.mark.parametrize("sign", ["%FF%FE", "%ED%A0%80"])
def test_an_address_or_form_that_is_no_utf8_is_a_bad_request(
    cast: Cast, sign_in: Callable[[User], Client], sign: str
) -> None:
    client = sign_in(cast.anton)
    form = "application/x-www-form-urlencoded"
    switched = client.post(f"/pengguna/{cast.agnes.id}/aktif/", f"aktif=0&why=a{sign}".encode(), content_type=form)
    for answer in (client.get(f"/wilayah/?q=ab{sign}"), switched):
        assert answer.status_code == 400 and "GENERAL_006" in answer.content.decode()
    assert client.get("/wilayah/?q=ab%EF%BF%BD").status_code == 200, "somebody may look for the sign itself"


def test_a_program_is_told_the_code_of_an_address_it_made_up(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    answer = sign_in(cast.ratna).get("/api/v1/areas?q=ab%00")
    assert [one["code"] for one in answer.json()["problems"]] == ["GENERAL_006"]


def test_every_unsound_text_of_a_json_value_is_found_at_its_place() -> None:
    body = {"a": "baik", "b": ["x", "\x00"], "c": {"d": "\ud83d", "e": 5}, "f\x00": 1}
    assert list(unsound_places(body)) == ["b.1", "c.d", ""]
