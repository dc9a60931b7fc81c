"""Worksheets, observation and evaluation, written without a signal on a phone of 360 points (A4, D1, D3)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from sidamping.features.deliverables.models import Sheet
from sidamping.features.fieldwork.models import Observation
from tests.journeys.field.conftest import Phone, photo, worker
from tests.people import Cast


def test_a_worksheet_and_an_observation_travel_and_come_back_to_be_gone_on_with(
    cast: Cast, phone: Phone, violations: Callable[[Page], list[str]]
) -> None:
    phone.offline()
    page = phone.go(f"dampingan/{cast.engagement.pk}")
    page.get_by_role("link", name="Lembar kerja").click()
    _sound(page, violations)
    page.get_by_role("link", name="Rencana aksi").click()
    page.get_by_role("button", name="Tambah baris").click()
    _sound(page, violations)
    _planned(page)
    expect(page.get_by_role("heading", name="Lembar kerja")).to_be_visible()
    page.get_by_role("link", name="Rencana aksi").click()
    expect(page.locator(".row-line input").first).to_have_value("Membeli buku kas")
    page.locator(".row-line input").first.fill("Membeli dua buku kas")
    _keep(page)
    expect(page.get_by_role("heading", name="Lembar kerja")).to_be_visible()
    page = phone.go(f"amatan?dampingan={cast.engagement.pk}")
    _sound(page, violations)
    _keep(page)
    expect(page.locator(".faults")).to_contain_text("Tulis sedikitnya satu temuan.")
    page.locator("textarea").first.fill("Buku kas kosong sejak Juli")
    _keep(page)
    expect(page.get_by_role("heading", name="Merah Putih")).to_be_visible()
    _sound(phone.go(f"evaluasi?dampingan={cast.engagement.pk}"), violations)
    _photographed(cast, phone)
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * 4
    worker()
    assert Sheet.objects.get(kind="structure").draft.content["chart"]["file"]
    plan = Sheet.objects.get(kind="action-plan").draft.content
    [row] = next(value for value in plan.values() if isinstance(value, list))
    assert "Membeli dua buku kas" in row.values() and 50_000 in row.values()
    assert Observation.objects.get().findings


def _planned(page: Page) -> None:
    """A row of the plan, refused with words where a number belongs, then kept."""
    rows = page.locator(".row-line").first
    rows.get_by_label("Langkah").fill("Membeli buku kas")
    rows.get_by_label("Pelaksana").fill("Bendahara")
    rows.get_by_label("Selesai pada").fill("2026-11-30")
    rows.locator("input[inputmode=numeric]").fill("dua")
    _keep(page)
    expect(page.locator(".faults")).to_contain_text("Tulis sebagai angka bulat.")
    rows.locator("input[inputmode=numeric]").fill("50.000")
    _keep(page)


def _photographed(cast: Cast, phone: Phone) -> None:
    """A worksheet that needs a file is begun with a photo of what hangs on the wall."""
    page = phone.go(f"lembar/{cast.engagement.pk}/structure")
    chosen = {"name": "bagan.jpg", "mimeType": "image/jpeg", "buffer": photo(800, 600)}
    page.locator("input[type=file]").first.set_input_files(chosen)  # type: ignore[arg-type]  # a plain dict
    expect(page.get_by_alt_text("Foto 1")).to_be_visible()
    _keep(page)
    expect(page.get_by_role("heading", name="Lembar kerja")).to_be_visible()
    expect(phone.go(f"lembar/{cast.engagement.pk}/structure").get_by_text("Foto sudah diambil")).to_be_visible()


def _keep(page: Page) -> None:
    page.get_by_role("button", name="Simpan di HP").click()


def _sound(page: Page, violations: Callable[[Page], list[str]]) -> None:
    page.locator("main h1").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
