"""The practice case of S0 in the demonstration: Bapak Ujang under usaha-anggota-ksp, opened from the mentor's home.

First what the case leaves behind is read (A14, A5, A6, A8, A11), then the mentor and the offices go on with it (A1, A2,
A3, A4, A7, A9, A10, A13).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidamping.edges.demo.diary import Diary, month_before
from sidamping.edges.demo.fieldwork import open_engagements
from sidamping.edges.demo.load import MONTHS_TOLD
from sidamping.edges.demo.people import MEMBERS, add_people, user_id, viewer
from sidamping.edges.demo.registers import add_registers, cooperative_id
from sidamping.edges.demo.sheets import tell_sheets
from sidamping.edges.demo.story import named
from sidamping.edges.demo.ujang import ENGAGEMENT, report_ujang, tell_ujang
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.mentors import services as mentors
from sidamping.features.mentors.models import WaiverRequest
from sidamping.features.papers.models import Revision
from sidamping.features.parties import services as parties
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes import services as assignments
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.loader import load_areas
from tests import people
from tests.journeys.acts import fill, refused, send, submit
from tests.journeys.conftest import DESKTOP

TOLD_ON = date(2026, 11, 20)
BUSINESS = "Keripik Mantap Jaya"
NEIGHBOUR = "Warung Nona Ita"
VILLAGE = "53.07.04.2001"
HERE = f"/dampingan/{ENGAGEMENT}/"


@pytest.fixture
def ratna(transactional_db: None, settings: object) -> User:
    """The mentor of the demonstration on the day it is told, with the chapters of the practice case."""
    settings.FIXED_TODAY = TOLD_ON  # type: ignore[attr-defined]  # the fixture of the settings
    load_areas(on=TOLD_ON)
    viewer.cache_clear()
    first = month_before(TOLD_ON, MONTHS_TOLD)
    add_people(first.start)
    add_registers(first.start)
    open_engagements(first.start)
    tell_ujang(first.start, TOLD_ON, Diary())
    report_ujang(first, TOLD_ON)
    tell_sheets(first, TOLD_ON)
    return User.objects.get(pk=user_id("ratna"))


def test_a14_the_case_of_bapak_ujang_opens_from_the_home_and_is_worked_on(
    ratna: User, opened: Callable[..., Page]
) -> None:
    page = opened(ratna)
    _opens_from_home(page)
    _a5_problems_have_alternatives_and_his_choice(page)
    _a6_the_plan_was_agreed_with_him(page)
    _a8_the_business_plan_is_there(page)
    _a11_indicators_stand_before_and_after(page)
    _a11_the_report_has_four_chapters()
    _a1_his_profile_stands_before_and_after(page)
    _a2_objectives_and_priority_are_chosen_and_order_the_work(page)
    _a3_a_session_says_which_material_went_to_whom(page)
    _a4_worksheets_are_printed_blank_and_filled_in(page)
    _a7_a_group_of_one_district_is_proposed_and_met_once(page)
    _a9_networks_are_listed_by_function(page)
    _a10_a_referral_stays_on_the_home_until_it_is_closed(page)
    _a13_a_board_member_mentors_only_when_another_person_lets_him(opened)


def _opens_from_home(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Dampingan").first.click()
    page.get_by_role("link", name=BUSINESS).first.click()
    expect(page.get_by_role("heading", level=1, name=BUSINESS)).to_be_visible()
    expect(page).to_have_url(f"{page.url.split('/dampingan/')[0]}/dampingan/{ENGAGEMENT}/")


def _a5_problems_have_alternatives_and_his_choice(page: Page) -> None:
    page.goto(reverse("problem", args=[named("problem", "ujang", "catatan")]))
    expect(page.get_by_text("Pencatatan keuangan tidak rapi").first).to_be_visible()
    expect(page.get_by_text("Buku kas harian dua kolom dan amplop terpisah").first).to_be_visible()
    expect(page.get_by_text("Aplikasi pembukuan di telepon").first).to_be_visible()
    expect(page.get_by_text("Ujang Suherman").first).to_be_visible()


def _a6_the_plan_was_agreed_with_him(page: Page) -> None:
    """Activity, method, day, place, and that he agreed; once more in the calendar and in its feed."""
    page.goto("/rencana/2026-08/")
    page.get_by_role("link", name=re.compile("Menyiapkan buku kas dua kolom")).first.click()
    for words in ("Ujang Suherman", "Rumah produksi Keripik Mantap Jaya"):
        expect(page.get_by_role("definition").filter(has_text=words).first).to_be_visible()
    page.goto("/kalender/?bulan=2026-08")
    expect(page.get_by_text("Menyiapkan buku kas dua kolom").first).to_be_visible()
    send(page, page.get_by_role("button", name="Buat alamat kalender"))
    address = page.get_by_label("Alamat kalender").input_value()
    answer = page.request.get("/kalender/" + address.rsplit("/", 1)[-1])
    assert answer.ok and "BEGIN:VEVENT" in answer.text() and "Evaluasi bersama" in answer.text()


def _a8_the_business_plan_is_there(page: Page) -> None:
    """Product, market, marketing and money, on one page."""
    page.goto(f"/dampingan/{ENGAGEMENT}/lembar/")
    page.get_by_role("link", name=re.compile("^Rencana usaha")).first.click()
    for words in ("Warung di Kecamatan Nita", "Upah satu tetangga", "Label dengan nomor telepon"):
        expect(page.get_by_text(words).first).to_be_visible()
    answer = page.request.get(f"{page.url}pdf/")
    assert len(PdfReader(BytesIO(answer.body())).pages) == 1


def _a11_indicators_stand_before_and_after(page: Page) -> None:
    """560 packets a month at the start, 810 in the twelfth week: 250 more."""
    page.goto(f"/dampingan/{ENGAGEMENT}/indikator/")
    row = page.get_by_role("row").filter(has_text="Penjualan keripik")
    expect(row).to_contain_text("560")
    expect(row).to_contain_text("810")
    expect(row).to_contain_text("250")


def _a11_the_report_has_four_chapters() -> None:
    """The newest monthly report; the quarter before it is summed up in the same chapters, acknowledged and frozen."""
    quarter = Revision.objects.filter(paper__kind="monev-triwulan-usaha-anggota").order_by("paper__period_start").last()
    assert quarter is not None and quarter.content["period"]["label"].startswith("Triwulan")
    assert quarter.acts.order_by("ordinal").last().action == "acknowledged"
    newest = Revision.objects.filter(paper__kind="monev-usaha-anggota").order_by("-paper__period_start").first()
    assert newest is not None
    told = str(newest.content)
    for chapter in ("1. Pendahuluan", "2. Pelaksanaan", "3. Hasil monitoring", "4. Kesimpulan", "Penjualan keripik"):
        assert chapter in told


def _a1_his_profile_stands_before_and_after(page: Page) -> None:
    """Person, business and loan, dated; the first profile stands beside the newest."""
    worksheet = {
        "education": "senior", "behaviour": "Uang usaha dan rumah bercampur.", "capital": "4.000.000",
        "turnover": "4.480.000", "track_record": "Tiga tahun, sembilan warung.", "loan_plafond": "5.000.000",
        "loan_tenor": "12",
    }
    start = {"as_of": date(2026, 8, 3)} | worksheet
    submit(page, f"{HERE}profil-peserta/", start)
    now = {"as_of": TOLD_ON, "behaviour": "Dua amplop, dicatat tiap malam.", "turnover": "6.480.000"}
    submit(page, f"{HERE}profil-peserta/", now)
    for label, before, after in (
        ("Omzet", "Rp4.480.000", "Rp6.480.000"), ("Plafon", "Rp5.000.000", "Rp5.000.000"),
        ("Perilaku", "bercampur", "Dua amplop"), ("Jangka", "12", "12"), ("Modal", "Rp4.000.000", "Rp4.000.000"),
    ):
        cells = page.locator("#profil tr").filter(has_text=label).locator("td")
        expect(cells.nth(0)).to_contain_text(before)
        expect(cells.nth(1)).to_contain_text(after)


def _a2_objectives_and_priority_are_chosen_and_order_the_work(page: Page) -> None:
    """8 objectives, 6 strategies, 5 priorities with their areas, 8 methods; the work list follows the priority."""
    page.goto(f"{HERE}kebutuhan/tetapkan/")
    for name, count in (("objectives", 8), ("strategies", 6), ("priority", 5), ("methods", 8)):
        assert page.locator(f"[name={name}]").count() == count, name
    submit(page, f"{HERE}kebutuhan/tetapkan/", {
        "types": ["homebase"], "themes": ["marketing"], "priority": "4", "areas": ["digital_marketing"],
        "objectives": ["member_value"], "strategies": ["potential"], "methods": ["coaching"],
    })  # fmt: skip
    expect(page.get_by_text("Memberikan nilai tambah ekonomi bagi anggota")).to_be_visible()
    expect(page.get_by_text("Digital marketing")).to_be_visible()
    page.goto("/hari-ini/saran/")
    levels = re.findall(r"[Pp]rioritas (\d)", page.locator("main").inner_text())
    assert levels and levels == sorted(levels)


def _a3_a_session_says_which_material_went_to_whom(page: Page) -> None:
    """A piece is found by topic and level, picked for the visit, and told on the mentee's page and on its own."""
    page.goto("/materi/?topik=analysis&tingkat=middle")
    page.get_by_role("link", name="Menghitung biaya satu bungkus").click()
    expect(page.get_by_role("heading", name="Biaya satu kali pembuatan")).to_be_visible()
    printed = page.request.get(page.get_by_role("link", name="Cetak (PDF)").get_attribute("href") or "")
    assert printed.ok and printed.body().startswith(b"%PDF")
    piece = page.url
    page.goto(f"/catat/?dampingan={ENGAGEMENT}&materi=cost-of-one-pack")
    expect(page.locator("[name=materials][value=cost-of-one-pack]")).to_be_checked()
    assert page.locator("[name=topics]").count() == 9
    page.locator("summary", has_text="Topik dan peran").click()
    page.locator("summary", has_text="Siapa yang hadir").first.click()
    page.locator("[name$=attendees]").first.fill("Ujang Suherman\nIstri Bapak Ujang")
    fill(page, {
        "starts_at": "08:00", "ends_at": "09:00", "activity": "Menghitung harga pokok", "topics": ["finance"],
        "purpose": "Harga jual berdasar hitungan", "material": "Lembar kerja biaya per bungkus",
        "result": "Biaya per bungkus diketahui.",
    })  # fmt: skip
    send(page, page.get_by_role("button", name="Simpan kunjungan"))
    expect(page.get_by_role("definition").filter(has_text="Lembar kerja biaya per bungkus")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=BUSINESS)
    expect(row).to_contain_text("Ujang Suherman, Istri Bapak Ujang")
    expect(page.get_by_text("Merencanakan dan mengelola keuangan usaha").first).to_be_visible()
    page.goto(f"{HERE}materi/")
    expect(page.get_by_role("row").filter(has_text="Menghitung biaya satu bungkus").first).to_be_visible()
    page.goto(piece)
    expect(page.locator("#penerima").get_by_role("link", name=BUSINESS).first).to_be_visible()


def _a4_worksheets_are_printed_blank_and_filled_in(page: Page) -> None:
    """Sheets are printed to write on by hand, with his name or without; what was written is typed in on the phone."""
    for kind in ("member-analysis", "implementation-checklist", "monthly-progress"):
        for address in (f"/lembar/kosong/{kind}/pdf/", f"{HERE}lembar/kosong/{kind}/pdf/"):
            answer = page.request.get(address)
            assert answer.ok and answer.body().startswith(b"%PDF")
    page.goto(f"{HERE}lembar/")
    mine = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Kemajuan bulanan"))
    mine.get_by_label("Bulan").select_option("2026-11")
    send(page, mine.get_by_role("button", name="Buat satu lagi"))
    fill(page, {"done": "Menyalin kas", "money-1-what": "sales", "money-1-now": "6.480.000", "result": "Naik",
                "next": "Rasa baru"})  # fmt: skip
    send(page, page.get_by_role("button", name="Simpan lembar"))
    expect(page.get_by_text("Rp6.480.000").first).to_be_visible()
    page.goto(f"{HERE}kemajuan/")
    for kind in ("harian", "bulanan"):
        answer = page.request.get(page.locator(f"a[href$='jenis={kind}']").get_attribute("href") or "")
        assert answer.ok and answer.body().startswith(b"%PDF")
    submit(page, f"{HERE}angka/", {"month": "2026-10", "turnover": "6.480.000", "daily_kept": "ya", "proof": "book"})
    expect(page.get_by_text("6.480.000").first).to_be_visible()


def _a7_a_group_of_one_district_is_proposed_and_met_once(page: Page) -> None:
    """His neighbour has an open problem of the same category: one entry of the logbook, each present by name."""
    neighbour = named("engagement", "neighbour")
    assignments.open_engagement(
        by=viewer("sekretariat", TOLD_ON), id=neighbour, mentee_id=named("business", "merah-putih", 0),
        programme=MEMBERS, starts=TOLD_ON, priority=4, mentor_id=user_id("ratna"), letter="ST-UA/2026/02",
    )
    draft = fieldwork.ProblemDraft(
        uuid7(), neighbour, "Pembeli hanya dari tetangga", "member", "marketing", TOLD_ON, ("Belum pernah menawarkan",),
        4, "Ibu Ita berkata hanya tetangga yang membeli.",
    )
    fieldwork.log_problem(by=viewer("ratna", TOLD_ON), draft=draft, on=TOLD_ON)
    page.goto("/kemajuan/kelompok/")
    group = page.locator("section.panel").filter(has_text=NEIGHBOUR)
    expect(group.get_by_role("link", name=BUSINESS)).to_be_visible()
    group.get_by_role("link", name="Catat pertemuan kelompok").click()
    names = page.locator("[data-row-list] [name$=attendees]")
    assert names.count() == 2
    for place in range(2):
        page.locator("summary", has_text="Siapa yang hadir").nth(place).click()
        names.nth(place).fill(f"Peserta {place}")
    fill(page, {
        "starts_at": "10:00", "ends_at": "12:00", "activity": "Pertemuan pemasaran", "purpose": "Mencari pembeli",
        "result": "Dua toko dipilih bersama.",
    })  # fmt: skip
    send(page, page.get_by_role("button", name="Simpan kunjungan"))
    for name in (BUSINESS, NEIGHBOUR):
        expect(page.get_by_role("row").filter(has_text=name)).to_contain_text("Peserta")


def _a9_networks_are_listed_by_function(page: Page) -> None:
    """Marketing, core and support, production and finance, each partner with its part."""
    page.goto(f"{HERE}lembar/")
    send(page, page.locator("form:has([value=business-network]) [type=submit]"))
    if "/isi/" not in page.url:
        page.get_by_role("link", name="Tulis isi").first.click()
    partners = {
        "marketing-1": ("Toko Oleh-oleh Maumere", "retailer"), "marketing-2": ("Radio Sikka", "promotion"),
        "production-1": ("Kebun Moan Sil", "supplier"), "finance-1": ("Koperasi Merah Putih", "non_bank"),
    }
    for row, (name, part) in partners.items():
        fill(page, {f"{row}-name": name, f"{row}-part": part})
    send(page, page.get_by_role("button", name="Simpan lembar"))
    for name, part in (
        ("Toko Oleh-oleh Maumere", "pengecer"), ("Radio Sikka", "promosi"), ("Kebun Moan Sil", "Pemasok"),
        ("Koperasi Merah Putih", "Bukan bank"),
    ):
        expect(page.get_by_role("row").filter(has_text=name).last).to_contain_text(part)


def _a10_a_referral_stays_on_the_home_until_it_is_closed(page: Page) -> None:
    """An apprenticeship in production technique: open on 'Hari ini', gone once its result is told."""
    submit(page, f"{HERE}rujukan/baru/", {
        "kind": "internship", "topic": "production", "wanted": "Magang pengemasan", "provider": "Balai Latihan Kerja",
        "referred_on": TOLD_ON, "due": TOLD_ON + timedelta(days=30),
    })  # fmt: skip
    page.goto("/hari-ini/")
    item = page.locator("section[aria-labelledby=rujukan] li").filter(has_text="Magang pengemasan")
    expect(item).to_contain_text("Balai Latihan Kerja")
    item.get_by_role("link", name="Tutup").click()
    page.locator("main details:has([name=result]) summary").first.click()
    fill(page, {"result": "Dua minggu magang selesai"})
    send(page, page.locator("main form[action*='/tutup/'] [type=submit]").first)
    page.goto("/hari-ini/")
    expect(page.get_by_role("heading", level=1, name="Hari ini")).to_be_visible()
    expect(page.get_by_text("Magang pengemasan")).to_have_count(0)


def _a13_a_board_member_mentors_only_when_another_person_lets_him(opened: Callable[..., Page]) -> None:
    """The treasurer of the cooperative that lends to Ujang: refused, asked, let in by somebody else, then assigned."""
    petrus = _petrus_joins_the_board()
    coordinator = opened(User.objects.get(pk=user_id("yosef")), DESKTOP)
    wanted = {"mentor": petrus, "last_day": TOLD_ON, "why": "Ibu Ratna cuti"}
    refused(coordinator, f"/penugasan/{ENGAGEMENT}/ganti/", wanted, "PROGRAMMES_059")
    row = coordinator.get_by_role("row").filter(has_text="Petrus")
    expect(row).to_contain_text("Bendahara")
    row.get_by_role("link", name="Minta izin").click()
    fill(coordinator, {"why": "Paling mengenal usaha Pak Ujang"})
    send(coordinator, coordinator.get_by_role("button", name="Kirim permintaan"))
    expect(coordinator.get_by_text("Paling mengenal usaha Pak Ujang")).to_be_visible()
    request = reverse("waiver_decide", args=[WaiverRequest.objects.get().pk])
    verdict = {"verdict": "let_in", "why": "Pinjaman diputus ketua dan sekretaris"}
    refused(coordinator, request, verdict, "PROGRAMMES_060")
    submit(opened(User.objects.get(pk=user_id("sekretariat")), DESKTOP), request, verdict)
    submit(coordinator, f"/penugasan/{ENGAGEMENT}/ganti/", wanted)
    tomorrow = programmes.engagement_card(viewer("yosef", TOLD_ON + timedelta(days=1)), ENGAGEMENT)
    assert tomorrow is not None and tomorrow.mentor_id == petrus


def _petrus_joins_the_board() -> UUID:
    """A mentor whom the register of his cooperative knows by NIK."""
    petrus, by = user_id("petrus"), viewer("sekretariat", TOLD_ON)
    people.appoint(User.objects.get(pk=petrus), roles.MENTOR, area="53.07.04", programme=MEMBERS)
    term = parties.TermDraft(
        named("person", "petrus"), "management", "treasurer", date(2026, 8, 3), date(2029, 8, 2)
    )
    parties.add_term(by=by, cooperative_id=cooperative_id("merah-putih"), draft=term, term_id=uuid7())
    draft = mentors.ProfileDraft(nik="5307041106880002", phone="081339000002", village=VILLAGE, education="diploma")
    mentors.keep_profile(by=by, user=petrus, draft=draft)
    return petrus
