"""A health round at phone size: opened, filled in by parts, proved, handed in, decided, read down to the article.

Carries B6, E15 and house rule 46. The total is worked out by hand: 98,75 of 100, one of the 38 answers being no.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from sidamping.features.assessments.queries import reading
from tests.journeys.conftest import DESKTOP
from tests.people import Cast

Opened = Callable[..., Page]
AMOUNTS = {
    "modal_sendiri": "500.000.000", "total_aset": "1.000.000.000", "pinjaman_berisiko": "100.000.000",
    "modal_tertimbang": "600.000.000", "atmr": "1.000.000.000", "pinjaman_anggota": "800.000.000",
    "pinjaman_diberikan": "800.000.000", "kurang_lancar": "0", "diragukan": "0", "pinjaman_macet": "8.000.000",
    "cadangan_risiko": "8.000.000", "beban_pokok": "10.000.000", "beban_usaha": "30.000.000",
    "beban_perkoperasian": "10.000.000", "partisipasi_bruto": "100.000.000", "shu_kotor": "100.000.000",
    "biaya_karyawan": "20.000.000", "kas": "60.000.000", "bank": "60.000.000", "kewajiban_lancar": "1.000.000.000",
    "dana_yang_diterima": "900.000.000", "shu_sebelum_pajak": "100.000.000", "shu_bagian_anggota": "50.000.000",
    "pendapatan_bukan_anggota": "10.000.000", "meppp": "20.000.000", "simpanan_pokok": "100.000.000",
    "simpanan_wajib": "400.000.000",
}  # fmt: skip
PARTS = 11
NO = "answers.mu.2"


def test_an_assessor_rates_a_cooperative_and_reads_the_article_behind_a_point(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "is_drawn", lambda id: False)  # a drawn round would want a second scoring first
    agnes = opened(cast.agnes)
    _open_round(agnes)
    for number in range(1, PARTS + 1):
        expect(agnes.get_by_text(f"Bagian {number} dari {PARTS}")).to_be_visible()
        _fill_part(agnes)
        if number == PARTS // 2:
            _prove(agnes)
        agnes.get_by_role("button", name="Simpan dan lanjut", exact=True).last.click()
    expect(agnes.get_by_text("Semua bagian lengkap dan siap diserahkan.")).to_be_visible()
    expect(agnes.get_by_text("1 berkas bukti dilampirkan.")).to_be_visible()
    agnes.get_by_role("button", name="Serahkan isian").click()
    expect(agnes.get_by_text("Isian diserahkan dan terkunci.")).to_be_visible()
    _decide(opened(cast.petronela, DESKTOP))
    _read(agnes)


def test_a_half_filled_part_survives_a_closed_page_and_a_wrong_number(cast: Cast, opened: Opened) -> None:
    agnes = opened(cast.agnes)
    _open_round(agnes)
    agnes.wait_for_load_state("networkidle")
    agnes.get_by_label("Total aset").fill("1.000")
    expect(agnes.locator("[data-kept]")).to_be_visible()
    agnes.reload(wait_until="networkidle")
    expect(agnes.get_by_label("Total aset")).to_have_value("1.000")
    agnes.get_by_label("Modal sendiri").fill("seratus juta")
    agnes.get_by_role("button", name="Simpan saja").click()
    expect(agnes.locator("[data-faults]")).to_be_focused()
    expect(agnes.get_by_label("Modal sendiri")).to_have_value("seratus juta")
    expect(agnes.get_by_label("Total aset")).to_have_value("1.000")


def _open_round(page: Page) -> None:
    """From the assessor's home, which is the list, to the first part of the sheet."""
    page.goto("/")
    expect(page.get_by_role("heading", name="Asesmen", level=1)).to_be_visible()
    page.get_by_role("link", name="Mulai penilaian").first.click()
    page.get_by_role("link", name="Nilai Merah Putih").click()
    page.get_by_label("Keadaan per tanggal").fill("2025-12-31")
    page.get_by_role("button", name="Pakai tanggal ini").click()
    page.get_by_label("Penilaian kesehatan KSP dan USP koperasi, Perdep 06/2016").check()
    page.get_by_role("button", name="Buka penilaian").click()


def _fill_part(page: Page) -> None:
    """Every amount of the part that the sheet above has, every question: yes, but one."""
    for field in page.locator(".item input[type=text]:visible").all():
        name = (field.get_attribute("name") or "").removeprefix("inputs.")
        if name in AMOUNTS:
            field.fill(AMOUNTS[name])
    for choice in page.locator(".yesno input[value=ya]").all():
        if choice.get_attribute("name") != NO:
            choice.check()
    for choice in page.locator(f"input[name='{NO}'][value=tidak]").all():
        choice.check()


def _prove(page: Page) -> None:
    """A photo behind the first answer of the part; what was typed stays."""
    item = page.locator(".item").filter(has=page.locator(".yesno")).first
    item.locator("summary", has_text="Bukti").click()
    drawn = BytesIO()
    Image.new("RGB", (800, 600), "teal").save(drawn, "JPEG")
    item.locator("input[type=file]").set_input_files(
        {"name": "neraca.jpg", "mimeType": "image/jpeg", "buffer": drawn.getvalue()}
    )
    item.get_by_role("button", name="Unggah bukti").click()
    expect(page.get_by_text("Bukti tersimpan.")).to_be_visible()
    expect(page.locator(".proofs img")).to_be_visible()
    expect(page.locator(".yesno input[value=ya]").first).to_be_checked()


def _decide(page: Page) -> None:
    """Another one finds it waiting, looks and decides."""
    page.goto("/asesmen/")
    page.get_by_role("link", name=re.compile("^Periksa")).first.click()
    expect(page.get_by_text("Agnes Bria").first).to_be_visible()
    page.get_by_role("button", name="Putuskan hasil").click()
    expect(page.get_by_text("Hasil diputuskan dan terkunci.")).to_be_visible()


def _read(page: Page) -> None:
    """From the list to the total, from a point to its inputs and the article."""
    page.goto("/asesmen/")
    expect(page.get_by_text("98,75 · Sehat")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Lihat hasil")).first.click()
    expect(page.get_by_text("98,75").first).to_be_visible()
    page.locator("a[href*='/hasil/kas/']").first.click()
    expect(page.get_by_text("60.000.000").first).to_be_visible()
    expect(page.get_by_text("06/Per/Dep.6/IV/2016").first).to_be_visible()
