"""Addresses that nobody's browser makes: told as bad, never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.platform.access.models import User
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
