"""Signing in on a phone: the page works without help, is accessible, light, and quiet (F10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESKTOP, PHONE, Traffic
from tests.people import PASSWORD, Cast

LIGHT = 100_000


def test_a_mentor_signs_in_with_her_password(cast: Cast, opened: Callable[..., Page]) -> None:
    page = opened()
    page.goto("/")
    page.get_by_label("Nama pengguna").fill("ratna")
    page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(lambda url: "/akun/login/" not in url)
    assert page.get_by_role("navigation").count() > 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_sign_in_page_is_accessible_light_and_quiet(
    cast: Cast, opened: Callable[..., Page], traffic: Callable[[Page], Traffic],
    violations: Callable[[Page], list[str]], size: dict[str, int],
) -> None:
    page = opened(None, size)
    seen = traffic(page)
    page.goto("/akun/login/", wait_until="networkidle")
    assert violations(page) == []
    assert seen.faults == []
    assert seen.received <= LIGHT
