"""What pages do where JavaScript runs: keep drafts, remember light or dark, find villages, add lines, shrink photos."""

from __future__ import annotations

import io
import os
from collections.abc import Callable

from PIL import Image
from playwright.sync_api import Page, expect

from tests.people import Cast

Opened = Callable[..., Page]


def test_a_visit_half_written_survives_a_closed_page(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna)
    page.goto("/catat/", wait_until="networkidle")
    page.get_by_label("Hasil", exact=False).first.fill("Kas cocok dengan buku.")
    expect(page.locator("[data-kept]")).to_be_visible()
    page.goto("/tentang/")
    page.goto("/catat/", wait_until="networkidle")
    assert page.locator("#id_result").input_value() == "Kas cocok dengan buku."


def test_dark_is_remembered_and_starts_from_what_the_phone_prefers(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna, color_scheme="dark")
    page.goto("/bantuan/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.locator("[data-theme-switch]").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")


def test_a_village_is_found_by_its_name(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna)
    page.goto("/catat/", wait_until="networkidle")
    page.locator("[data-area-text]").press_sequentially("Bolok")
    page.locator(".area-results button").first.click()
    assert page.locator("[data-area] input[type=hidden]").input_value().startswith("53.01")
    assert "Bolok" in page.locator("[data-area-text]").input_value()


def test_another_mentee_fits_on_another_line(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna)
    page.goto("/catat/", wait_until="networkidle")
    before = page.locator("[data-rows]").first.locator("select:visible").count()
    page.get_by_role("button", name="Tambah dampingan lain").click()
    assert page.locator("[data-rows]").first.locator("select:visible").count() == before + 1


def test_a_large_photo_is_made_smaller_before_it_is_sent(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna)
    page.goto("/catat/", wait_until="networkidle")
    picture = io.BytesIO()
    Image.frombytes("RGB", (2400, 1800), os.urandom(2400 * 1800 * 3)).save(picture, "JPEG", quality=80)
    field = page.locator("input[type=file]").first
    field.set_input_files({"name": "rapat.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()})
    expect(page.locator(".preview img").first).to_be_visible()
    page.wait_for_function("() => !document.querySelector('input[type=file]').form.shrinking")
    size = field.evaluate("input => input.files[0].size")
    assert size < len(picture.getvalue()) / 2


def test_the_account_menu_closes_with_escape(cast: Cast, opened: Opened) -> None:
    page = opened(cast.ratna)
    page.goto("/bantuan/")
    page.locator("details.menu summary").click()
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keluar")).to_be_hidden()
