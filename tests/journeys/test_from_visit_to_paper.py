"""The journey all else hangs on, at phone size: plan, visit, paper, chair, coordinator, secretariat, PDF, public check.

Carries E17, E20, D1, A6, F7, F9 and F10. A stranger looks on at the end and sees nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.papers.models import Paper
from tests.journeys.conftest import DESKTOP
from tests.people import TODAY, Cast, look

VISITED_ON = TODAY - timedelta(days=8)
ACTIVITY = "Bimbingan pengisian buku kas harian"
RESULT = "Bendahara mengisi buku kas dan menghitung saldo sendiri."


@pytest.fixture
def observed(cast: Cast) -> Cast:
    """The first observation was made a while ago (D1); without it no plan is possible."""
    day = VISITED_ON - timedelta(days=10)
    draft = fieldwork.ObservationDraft(uuid4(), cast.engagement.pk, day, {"finance": "Kas tidak dicatat."})
    fieldwork.record_observation(by=look(cast.ratna, day), draft=draft, on=day)
    return cast


def test_a_visit_becomes_an_approved_paper(observed: Cast, opened: Callable[..., Page]) -> None:
    mentor = opened(observed.ratna)
    _plan(mentor)
    _record(mentor)
    address = _hand_in(mentor)
    _act(opened(observed.ujang), "/beranda-koperasi/", address, "Ketahui")
    _act(opened(observed.yosef), "/antrean/", address, "Teruskan")
    _act(opened(observed.sarlin), "/penerimaan/", address, "Terima")
    _read(mentor, address)
    _check_in_public(opened())
    stranger = opened(observed.maria)
    assert stranger.goto(address).status == 404


def test_a_returned_paper_comes_back_with_its_remark(observed: Cast, opened: Callable[..., Page]) -> None:
    mentor = opened(observed.ratna)
    _plan(mentor)
    _record(mentor)
    address = _hand_in(mentor)
    _act(opened(observed.ujang), "/beranda-koperasi/", address, "Ketahui")
    coordinator = opened(observed.yosef, DESKTOP)
    coordinator.goto(address)
    coordinator.locator("summary", has_text="Kembalikan dengan catatan").click()
    send = coordinator.locator("details[open] button[type=submit]", has_text="Kembalikan dengan catatan")
    send.click()
    expect(coordinator.get_by_text("PAPERS_021").first).to_be_visible()
    coordinator.locator("details[open] textarea").fill("Lengkapi daftar hadir.")
    send.click()
    coordinator.wait_for_load_state("networkidle")
    mentor.goto("/hari-ini/")
    expect(mentor.get_by_text("Dikembalikan kepada Anda")).to_be_visible()
    mentor.goto(address)
    expect(mentor.get_by_text("Lengkapi daftar hadir.").first).to_be_visible()


def _plan(page: Page) -> None:
    """The plan of the month, through the form."""
    page.goto("/rencana/butir/baru/")
    _pick_mentee(page.locator("select[name$=engagement]"))
    page.locator("[name=planned_on]").fill(TODAY.isoformat())
    for name, text in {
        "concern": "Kas tidak dicatat", "activity": ACTIVITY, "purpose": "Saldo diketahui setiap sore",
        "target": "Bendahara", "place": "Kantor Merah Putih",
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=method]").select_option("coaching")
    page.locator("main form button[type=submit]").last.click()
    expect(page.get_by_text(ACTIVITY).first).to_be_visible()


def _record(page: Page) -> None:
    """A visit of last month with a photo, through the form."""
    page.goto("/catat/")
    _pick_mentee(page.locator("select[name$=engagement]").first)
    page.locator("[name=visited_on]").fill(VISITED_ON.isoformat())
    page.locator("[name=starts_at]").fill("09:00")
    page.locator("[name=ends_at]").fill("11:00")
    page.locator("[name=activity]").fill(ACTIVITY)
    page.locator("[name=purpose]").fill("Saldo diketahui setiap sore")
    page.locator("[name=result]").fill(RESULT)
    page.locator("[name=cost]").fill("25.000")
    page.locator("input[type=file]").set_input_files(
        {"name": "kas.jpg", "mimeType": "image/jpeg", "buffer": _photo()}
    )
    page.get_by_role("button", name="Simpan kunjungan").click()
    expect(page.get_by_text(RESULT).first).to_be_visible()
    assert page.locator("main img").count() >= 1


def _hand_in(page: Page) -> str:
    """Last month's activity report, opened from 'Hari ini' and handed in; gives its address."""
    page.goto("/hari-ini/")
    duty = page.locator("li.work").filter(has_text="Laporan kegiatan").filter(has_text="Oktober 2026")
    duty.get_by_role("button", name="Susun").click()
    page.wait_for_url(re.compile("/laporan/"))
    if "/isi/" not in page.url:
        page.goto(page.url + "isi/")
    page.get_by_role("button", name="Simpan dan serahkan").click()
    expect(page.get_by_text("Diserahkan").first).to_be_visible()
    return re.sub(r"(/laporan/[0-9a-f-]+/).*", r"\1", page.url)


def _act(page: Page, home: str, address: str, verb: str) -> None:
    """Open the paper from the own home and act with one button."""
    page.goto(home)
    paper = address.split("/laporan/")[1]
    page.locator(f"a[href*='{paper}']").first.click()
    page.get_by_role("button", name=re.compile(f"^{verb}")).first.click()
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("button", name=re.compile(f"^{verb}$")).count() == 0


def _read(page: Page, address: str) -> None:
    """The PDF holds the logbook line it came from, and is the same bytes when fetched again."""
    first, again = (page.request.get(address + "pdf/") for _ in range(2))
    assert first.headers["content-type"] == "application/pdf"
    assert first.body() == again.body()
    text = " ".join(one.extract_text() for one in PdfReader(BytesIO(first.body())).pages)
    plain = re.sub(r"[\s\u00ad\u200b]+", "", text)
    assert ACTIVITY.replace(" ", "") in plain
    assert Paper.objects.get(kind="lap-kegiatan").number.replace(" ", "") in plain
    assert page.request.get(address + "xlsx/").ok


def _check_in_public(page: Page) -> None:
    """Anybody with the address of the QR code reads number, date, state and hash, and no name."""
    paper = Paper.objects.get(kind="lap-kegiatan")
    page.goto(f"/cek/{paper.token}/")
    expect(page.get_by_text(paper.number).first).to_be_visible()
    told = page.locator("main").inner_text()
    assert "Ratna" not in told
    assert "Merah Putih" not in told


def _pick_mentee(select: object) -> None:
    select.select_option(index=1)  # type: ignore[attr-defined]  # a locator


def _photo() -> bytes:
    out = BytesIO()
    Image.effect_noise((640, 480), 40).convert("RGB").save(out, "JPEG")
    return out.getvalue()
