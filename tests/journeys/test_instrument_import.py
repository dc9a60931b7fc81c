"""An assessor brings an instrument on a phone: faults by row, the preview, kept; nothing for axe, nothing too wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sidamping.features.assessments.models import UploadedForm
from tests.edges.exchange.sheets import SURVEY, form
from tests.journeys.conftest import DESKTOP, PHONE
from tests.people import Cast

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_an_assessor_brings_an_instrument(
    cast: Cast, opened: Callable[..., Page], violations: Callable[[Page], list[str]], size: dict[str, int]
) -> None:
    page = opened(cast.agnes, size)
    page.goto("/instrumen/impor/", wait_until="networkidle")
    _send(page, form(SURVEY.replace("decimal ", "geopoint").replace("| 20", "| dua puluh")))
    expect(page.get_by_role("heading", name="2 baris perlu diperbaiki")).to_be_visible()
    assert _odd(page, violations) == []
    _send(page, form())
    expect(page.get_by_role("heading", name="Layanan warung")).to_be_visible()
    assert _odd(page, violations) == []
    page.get_by_role("button", name="Simpan instrumen").click()
    expect(page.get_by_text("disimpan sebagai contoh")).to_be_visible()
    assert UploadedForm.objects.get().name == "layanan-kecil"


def _send(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": "layanan.xlsx", "mimeType": SHEET, "buffer": content})
    page.get_by_role("button", name="Periksa formulir").click()


def _odd(page: Page, violations: Callable[[Page], list[str]]) -> list[str]:
    """What axe finds, and whether the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*violations(page), *(["wider than the screen"] if wide else [])]
