"""The API of the registers: the same scope as the pages, pages by key, numbers masked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.platform.access.models import User
from tests import people, places
from tests.people import Cast

SignIn = Callable[[User], Client]
ROOT = "/api/v1"


def test_cooperatives_of_the_own_area_come_in_pages(cast: Cast, sign_in: SignIn) -> None:
    for number in range(3):
        people.cooperative(f"Koperasi {number}", places.TABLOLONG)
    client = sign_in(cast.ratna)
    first = client.get(f"{ROOT}/cooperatives", {"size": 2}).json()
    rest = client.get(f"{ROOT}/cooperatives", {"size": 2, "after": first["next_key"]}).json()
    names = [row["name"] for row in (*first["rows"], *rest["rows"])]
    assert names == ["Koperasi 0", "Koperasi 1", "Koperasi 2", "Merah Putih"] and rest["next_key"] == ""


def test_a_cooperative_shows_its_board(cast: Cast, sign_in: SignIn) -> None:
    card = sign_in(cast.ujang).get(f"{ROOT}/cooperatives/{cast.merah_putih.pk}").json()
    assert [(one["name"], one["position"]) for one in card["board"]] == [("Ujang Mantap", "chair")]


@pytest.mark.parametrize("address", ["cooperatives/{0.merah_putih.pk}"])
def test_a_stranger_finds_nothing(cast: Cast, sign_in: SignIn, address: str) -> None:
    client = sign_in(cast.maria)
    assert client.get(f"{ROOT}/{address.format(cast)}").status_code == 404
    assert client.get(f"{ROOT}/businesses").json() == {"rows": [], "next_key": ""}


def test_who_has_not_signed_in_is_refused(cast: Cast, client: Client) -> None:
    for address in ("cooperatives", "businesses", "areas?q=bolok"):
        assert client.get(f"{ROOT}/{address}").status_code == 401


def test_wrong_input_is_told(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    assert client.get(f"{ROOT}/businesses", {"size": "banyak"}).status_code == 422
    assert client.get(f"{ROOT}/cooperatives/bukan-uuid").status_code == 404


def test_areas_are_found(cast: Cast, sign_in: SignIn) -> None:
    found = sign_in(cast.ratna).get(f"{ROOT}/areas", {"q": "bolok", "level": 4}).json()
    assert [row["code"] for row in found] == [places.BOLOK]
