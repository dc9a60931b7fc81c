"""The field app's shell: kept by hash, opened without a network after a restart, small, accessible (F1)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.field.conftest import Phone


def test_the_app_opens_without_a_network_after_a_restart(phone: Phone) -> None:
    phone.offline()
    page = phone.restart()
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    phone.go("dampingan")
    expect(page.get_by_text("Merah Putih")).to_be_visible()


def test_every_page_is_accessible_at_phone_size(phone: Phone, violations: Callable[[Page], list[str]]) -> None:
    faults: list[str] = []
    phone.page.on("pageerror", lambda error: faults.append(str(error)))
    for where in ("", "dampingan", "catat", "kiriman", "lainnya", "kembali", "titip", "masalah", "rencana", "isian"):
        page = phone.go(where)
        page.wait_for_function("() => document.querySelector('main h1') && document.title !== ''")
        page.wait_for_timeout(150)
        assert violations(page) == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, where
    assert not faults
