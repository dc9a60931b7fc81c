"""Keyset pages: every row once, in order; a key written by hand starts the list anew."""

from __future__ import annotations

import base64
import json

import pytest

from sidamping.platform.http.pages import page_at_hand, page_of
from sidamping.platform.territory.models import Area
from tests import places

NO_KEYS = (["bukan angka", "53"], ["1", "5\x00"], ["1", "\ud800"])
pytestmark = pytest.mark.django_db


def walk(order: tuple[str, str], size: int) -> list[str]:
    found, key = [], ""
    while True:
        page = page_of(Area.objects.all(), order=order, after=key, size=size)
        found += [row.code for row in page.rows]
        key = page.next_key
        if not key:
            return found


@pytest.mark.parametrize("size", [1, 2, 5, 11, 50])
def test_every_row_comes_once_and_in_order(size: int) -> None:
    places.load_places()
    assert walk(("level", "code"), size) == list(Area.objects.order_by("level", "code").values_list("code", flat=True))
    backwards = list(Area.objects.order_by("-level", "-code").values_list("code", flat=True))
    assert walk(("-level", "-code"), size) == backwards


@pytest.mark.parametrize(
    "key", ["", "x", "!!!", *[base64.urlsafe_b64encode(json.dumps(key).encode()).decode() for key in NO_KEYS]]
)
def test_a_key_that_does_not_fit_starts_the_list_anew(key: str) -> None:
    places.load_places()
    assert len(page_of(Area.objects.all(), order=("level", "code"), after=key).rows) == len(places.NAMES)


@pytest.mark.parametrize("size", [1, 3, 7, 8])
def test_rows_at_hand_come_once_and_in_their_order(size: int) -> None:
    rows, found, key = list("gfedcba"), [], ""
    while True:
        page = page_at_hand(rows, str, key, size)
        found += page.rows
        key = page.next_key
        if not key:
            break
    assert found == rows
    assert page_at_hand(rows, str, "unknown", 3).rows == ("g", "f", "e")
    assert page_at_hand([], str).rows == ()
