"""A mentor finds a cooperative by typing, then copies its fields for another system, with the keyboard alone (F8)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP
from tests.people import Cast


def test_what_is_typed_is_found_and_its_fields_are_copied(cast: Cast, opened: Callable[..., Page]) -> None:
    cast.merah_putih.nik_koperasi = "5301050010001"
    cast.merah_putih.save()
    page = opened(cast.ratna, DESKTOP)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/cari/")
    page.locator("#cari").focus()
    page.keyboard.type("merah puti")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Merah Putih").first).to_be_visible()
    page.goto("/sistem-lain/simkopdes/")
    page.get_by_role("link", name="Merah Putih").press("Enter")
    page.get_by_role("button", name="Salin NIK Koperasi").press("Enter")
    expect(page.get_by_role("button", name="Salin NIK Koperasi")).to_contain_text("Tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == "5301050010001"
