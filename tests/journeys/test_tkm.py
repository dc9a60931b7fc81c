"""A cohort of twenty independent workers over three months, from the public call to the follow-ups after the end.

Carries C1 to C11, A7 and D5. People do in the browser what they do on the pages; what is the same for the other
nineteen is done by the services behind those pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from sidamping.features.admissions.models import Application
from sidamping.features.outcomes.models import LookBack
from sidamping.features.programmes.models import Engagement
from sidamping.features.programmes.queries import path_stations
from sidamping.features.progress.models import Link, MonthRecord
from tests.features.progress import cases
from tests.journeys import tkm_cohort as cohort
from tests.journeys.acts import submit
from tests.journeys.conftest import DESKTOP
from tests.journeys.tkm_cohort import Round
from tests.people import Cast

Opened = Callable[..., Page]
REST = range(1, cohort.PARTICIPANTS)
ALL = range(cohort.PARTICIPANTS)
NAME = "Usaha A Mandiri"
GROUP = (7, 11, 15)
CROSS = (
    ("0-2 kontak", 7, ["2/6", "2/6", "0/6", "0/6"]), ("3-4 kontak", 7, ["4/7", "6/7", "1/7", "1/7"]),
    ("lebih dari 4 kontak", 6, ["6/6", "6/6", "6/6", "6/6"]),
)
"""Participants by contacts; of them with more sales, with books, with a worker more, with all three. By hand."""


@pytest.fixture
def told(transactional_db: None, cast: Cast) -> Round:
    return cohort.open_round(cast)


def test_twenty_participants_run_three_months_and_are_counted(told: Round, opened: Opened, settings: Any) -> None:
    on = _calendar(settings)
    on(cohort.APPLIED)
    _c8_d5_one_applies_on_the_phone(told, opened())
    on(cohort.DECIDED)
    _c8_is_screened(told, opened(told.cast.yosef, DESKTOP))
    on(cohort.STARTS)
    _is_accepted(told, opened(told.cast.yosef, DESKTOP))
    cohort.enrol(told, REST)
    cohort.assign(told)
    _c1_the_profile_is_filled_in_on_the_phone(told, opened(told.cast.ratna))
    cohort.profile(told, REST)
    cohort.observe(told, ALL)
    baseline = cohort.rate(told, 0, "baseline", cohort.STARTS + timedelta(days=4), "tidak")
    on(date(2026, 9, 1))
    _c2_the_contact_warning_of_the_third_week(told, opened)
    cohort.meet(told, ALL, date(2026, 9, 2))
    on(cohort.SHEETS_ON)
    _c3_the_outputs_of_the_first_month_are_reviewed(told, opened)
    cohort.make_sheets(told, ALL, ("action-plan", "cash-flow", "simple-records"))
    cohort.make_sheets(told, REST, ("bmc",))
    _steps(told, 0, cohort.SHEETS_ON, "first_visit", "bmc", "action_plan", "cash_flow", "records")
    on(date(2026, 10, 2))
    _c9_figures_are_typed_transcribed_and_sent(told, opened)
    cohort.report_problems(told, GROUP, date(2026, 10, 2))
    _c7_the_order_of_the_mentor_explains_itself(told, opened(told.cast.ratna))
    on(date(2026, 10, 9))
    _a7_a_group_is_proposed_and_its_session_recorded(told, opened(told.cast.ratna))
    _meet_by_plan(told)
    on(cohort.ENDED)
    _rest_of_the_figures(told)
    _c10_the_participant_assesses_himself(told, opened)
    _c6_a_long_cycle_gets_longer(told, opened(told.cast.yosef))
    _c4_c5_the_result_of_the_cohort(told, opened(told.cast.yosef, DESKTOP))
    cohort.rate(told, 0, "final", cohort.ENDED, "ya", baseline)
    _c11_follow_ups_are_due_after_the_end(told, opened, on)


def _calendar(settings: Any) -> Callable[[date], None]:
    def turn(day: date) -> None:
        settings.FIXED_TODAY = day

    return turn


def _c8_d5_one_applies_on_the_phone(told: Round, page: Page) -> None:
    """From the public list of calls, without an account, to the receipt; nothing runs out of the phone's width."""
    page.goto("/pendaftaran/")
    page.get_by_role("link", name="Lihat dan daftar").first.click()
    page.get_by_role("link", name=re.compile("Daftarkan usaha", re.I)).click()
    for name, text in {
        "name": NAME, "product": "Keripik pisang", "contact_name": "Yohana Bria", "nik": "5301055203900099",
        "phone": "081234567999", "statement": "Ingin menambah pembeli dan mencatat uang.",
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=village_text]").press_sequentially("Bolok")
    page.locator(".area-results").get_by_text("Bolok").first.click()
    page.locator("[name=fact_sector]").select_option("food")
    page.locator("[name=fact_technology]").select_option("able")
    for question in ("primary_income", "committed"):
        page.locator(f"[name=answer_{question}][value=yes]").check()
    page.get_by_label("Alumni pelatihan koperasi atau UMKM").check()
    for code in ("identity", "business_proof", "commitment"):
        page.locator(f"input[type=file][name$='_{code}']").set_input_files(_photo(code))
    page.locator("[name=consent]").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Kirim permohonan").click()
    expect(page.get_by_role("heading", name="Tanda terima permohonan")).to_be_visible()
    expect(page.get_by_text("Dokumen wajib sudah lengkap.")).to_be_visible()


def _c8_is_screened(told: Round, page: Page) -> None:
    """The coordinator checks the documents, then the readiness; the alumna is marked as to be preferred."""
    page.goto("/permohonan/")
    page.get_by_role("link", name=NAME).first.click()
    expect(page.get_by_text("Alumni pelatihan koperasi atau UMKM").first).to_be_visible()
    for stage in ("Pemeriksaan berkas", "Pemeriksaan kesiapan"):
        page.get_by_role("link", name=re.compile(f"Putuskan: {stage}")).click()
        page.locator("[name=outcome][value=passed]").check()
        page.get_by_role("button", name="Simpan putusan").click()
        expect(page.get_by_text("Putusan tercatat.")).to_be_visible()


def _is_accepted(told: Round, page: Page) -> None:
    page.goto(reverse("application", args=[Application.objects.get().pk]))
    page.get_by_role("link", name="Terima dan buka pendampingan").click()
    page.locator("[name=sector]").select_option("food")
    page.get_by_role("button", name="Terima dan buka pendampingan").click()
    expect(page.get_by_text("pendampingannya dibuka").first).to_be_visible()
    told.engagements[0] = Application.objects.get().enrolment.engagement_id


def _c1_the_profile_is_filled_in_on_the_phone(told: Round, page: Page) -> None:
    submit(page, reverse("profile_add", args=[told.engagements[0]]), {
        "sector": "food", "income": "primary", "technology": "able", "signal": "weak", "devices": ["smartphone"],
        "cycle_months": "1", "workers_full": "0", "turnover": "1.000.000", "motivation": "Ingin menyekolahkan anak.",
    })  # fmt: skip
    expect(page.get_by_text("Ingin menyekolahkan anak.")).to_be_visible()


def _c2_the_contact_warning_of_the_third_week(told: Round, opened: Opened) -> None:
    """Nobody was visited by the 23rd day: both homes say so, and lead to the twenty."""
    for who, home in ((told.cast.ratna, "/hari-ini/"), (told.cast.yosef, "/antrean/")):
        page = opened(who)
        page.goto(home)
        expect(page.get_by_text("20 peserta ditemui lebih jarang")).to_be_visible()
        page.get_by_role("link", name="Kontak kurang").click()
        expect(page.get_by_role("listitem").filter(has_text="Mandiri")).to_have_count(20)
        expect(page.get_by_text("masih kurang").first).to_be_visible()


def _c3_the_outputs_of_the_first_month_are_reviewed(told: Round, opened: Opened) -> None:
    """The canvas is written on the mentor's phone, and accepted by the coordinator; that marks its step."""
    mentor = opened(told.cast.ratna)
    mentor.goto(reverse("sheets", args=[told.engagements[0]]))
    row = mentor.locator("form, li").filter(has_text="Business Model Canvas").last
    row.get_by_role("button").first.click()
    for name, text in cohort.SHEET_TEXTS["bmc"].items():
        mentor.locator(f"[name={name}]").fill(text)
    mentor.get_by_role("button", name="Simpan lembar").click()
    mentor.get_by_role("button", name="Serahkan lembar").click()
    coordinator = opened(told.cast.yosef, DESKTOP)
    coordinator.goto("/lembar/")
    coordinator.get_by_role("link", name=re.compile("Business Model Canvas|" + NAME)).first.click()
    coordinator.get_by_role("button", name="Terima lembar").click()
    expect(coordinator.get_by_text("Menunggu ditinjau")).to_have_count(0)
    _steps(told, 0, cohort.SHEETS_ON, "bmc")


def _c9_figures_are_typed_transcribed_and_sent(told: Round, opened: Opened) -> None:
    """September: typed by the mentor, copied from paper with its photo, sent by the participant through a link."""
    mentor = opened(told.cast.ratna)
    mentor.goto(reverse("month_add", args=[told.engagements[0]]))
    _figures(mentor)
    mentor.get_by_role("button", name="Simpan angka").click()
    expect(mentor.get_by_text("1.100.000").first).to_be_visible()
    mentor.goto(reverse("month_add", args=[told.engagements[1]]) + "?lembar=1&bulan=2026-09")
    _figures(mentor)
    mentor.get_by_role("button", name="Simpan angka").click()
    expect(mentor.get_by_text("PROGRESS_012").first).to_be_visible()
    mentor.locator("[name=photo]").set_input_files(_photo("lembar"))
    mentor.get_by_role("button", name="Simpan angka").click()
    expect(mentor.get_by_text("1.100.000").first).to_be_visible()
    guest = _through_link(told, opened, 2, "figures")
    _figures(guest)
    guest.get_by_role("button", name="Kirim").click()
    expect(guest.get_by_role("heading", name="Terima kasih")).to_be_visible()
    sources = MonthRecord.objects.filter(month="2026-09-01").order_by("told_on", "pk").values_list("source", flat=True)
    assert sorted(sources) == ["participant", "transcribed", "typed"]


def _c7_the_order_of_the_mentor_explains_itself(told: Round, page: Page) -> None:
    page.goto("/kemajuan/urutan/")
    urgent = page.locator("ol.work-list > li")
    expect(urgent.first).to_be_visible()
    expect(urgent.filter(has_text=cohort.name_of(GROUP[0]))).to_contain_text("Masalah")
    for one in urgent.all():
        assert one.locator(".work-reason").count() >= 1
    assert urgent.count() + page.locator("details.more").count() >= cohort.PARTICIPANTS


def _a7_a_group_is_proposed_and_its_session_recorded(told: Round, page: Page) -> None:
    """Three share an open problem in one district: one visit, each present by name."""
    page.goto("/kemajuan/kelompok/")
    for number in GROUP:
        expect(page.get_by_role("link", name=cohort.name_of(number))).to_be_visible()
    page.get_by_role("link", name="Catat pertemuan kelompok").click()
    rows = page.locator("[data-row-list] > [data-row]").filter(has=page.locator("select[name$=engagement]"))
    for place in range(len(GROUP)):
        rows.nth(place).locator("summary").click()
        rows.nth(place).locator("[name$=attendees]").fill(f"Pemilik {place}")
    for name, text in {
        "starts_at": "09:00", "ends_at": "11:00", "activity": "Pertemuan kelompok pemasaran",
        "purpose": "Mencari pembeli di luar desa", "result": "Tiap peserta memilih dua toko.",
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Simpan kunjungan").click()
    expect(page.get_by_text("Tiap peserta memilih dua toko.").first).to_be_visible()
    for number in GROUP:
        expect(page.get_by_text(cohort.name_of(number)).first).to_be_visible()


def _meet_by_plan(told: Round) -> None:
    """After the first of September: twice more for the usual ones, four times for those met often."""
    usual = [number for number in range(cohort.USUAL) if number not in GROUP]
    cohort.meet(told, usual, date(2026, 10, 12))
    cohort.meet(told, usual, date(2026, 10, 20), "whatsapp")
    cohort.meet(told, range(cohort.OFTEN), date(2026, 10, 27))
    cohort.meet(told, range(cohort.OFTEN), date(2026, 11, 3), "phone")


def _rest_of_the_figures(told: Round) -> None:
    """Everybody but the silent one: three months before, then those of the mentoring that nobody told yet."""
    speaking = range(cohort.SILENT)
    cohort.tell_months(told, speaking, ("2026-05", "2026-06", "2026-07", "2026-08", "2026-10"), cohort.ENDED)
    cohort.tell_months(told, range(3, cohort.SILENT), ("2026-09",), cohort.ENDED)
    cohort.tell_months(told, (cohort.SEASONAL,), ("2025-10",), cohort.ENDED)


def _c10_the_participant_assesses_himself(told: Round, opened: Opened) -> None:
    """Through a link, without an account; the step is marked, the mentor compares."""
    guest = _through_link(told, opened, 0, "final")
    for choice in guest.locator("input[value=ya]").all():
        choice.check()
    guest.get_by_role("button", name="Kirim penilaian").click()
    expect(guest.get_by_role("heading", name="Terima kasih")).to_be_visible()
    guest.goto(guest.url)
    expect(guest.get_by_role("heading", name="Sudah dikirim")).to_be_visible()
    _steps(told, 0, cohort.ENDED, "coaching", "self_assessment")
    mentor = opened(told.cast.ratna)
    mentor.goto(reverse("progress", args=[told.engagements[0]]) + "#mandiri")
    expect(mentor.get_by_text("Peserta belum mengisi penilaian mandiri.")).to_have_count(0)


def _c6_a_long_cycle_gets_longer(told: Round, page: Page) -> None:
    """Six months by the rule of the sector; longer still with a reason, never without."""
    page.goto(reverse("progress", args=[told.engagements[cohort.SEASONAL]]))
    expect(page.get_by_text("lebih panjang karena sektor")).to_be_visible()
    expect(page.get_by_text("bulan yang sama tahun lalu")).to_be_visible()
    page.get_by_role("link", name="Perpanjang").click()
    page.locator("[name=until]").fill("2027-04-09")
    page.get_by_role("button", name="Perpanjang").click()
    expect(page.locator("[data-faults]")).to_be_visible()
    page.locator("[name=reason]").fill("Musim ikan berikutnya baru bulan Maret.")
    page.get_by_role("button", name="Perpanjang").click()
    expect(page.get_by_text("Musim ikan berikutnya baru bulan Maret.")).to_be_visible()


def _c4_c5_the_result_of_the_cohort(told: Round, page: Page) -> None:
    """7 of 20 reached all three, 35 percent of everybody: over the 34 of the paper; counts before percentages."""
    page.goto("/kemajuan/hasil/?" + f"angkatan={told.cohort}")
    expect(page.locator(".share-of")).to_contain_text(re.compile(r"7\s*dari\s*20\s*\(35,0 %\)"))
    expect(page.get_by_text("Target 34 persen dari semua peserta.")).to_be_visible()
    expect(page.get_by_text("tercapai", exact=True).first).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Omzet naik").filter(has_text="%")
    expect(row).to_contain_text(re.compile(r"12\s*19"))
    for band, size, cells in CROSS:
        line = page.get_by_role("row").filter(has_text=band).get_by_role("cell")
        expect(line.nth(1)).to_contain_text(re.compile(rf"^{size}\b"))
        assert line.all_inner_texts()[2:] == cells
    row.get_by_role("link", name="12").click()
    expect(page.get_by_role("heading", name=re.compile("Omzet naik: tercapai"))).to_be_visible()
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", name="Kemajuan usaha")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Oktober 2026")).to_contain_text("Rp1.100.000")


def _c11_follow_ups_are_due_after_the_end(told: Round, opened: Opened, on: Callable[[date], None]) -> None:
    """Counted from the day of the result, which is counted after the series and the final: after 3, 6, 12 months."""
    here = f"/dampingan/{told.engagements[0]}/langkah/"
    submit(opened(told.cast.ratna), f"{here}?langkah=series", {"done_on": cohort.ENDED})
    _steps(told, 0, cohort.ENDED, "coaching", "series", "final")
    submit(opened(told.cast.yosef), f"{here}?langkah=success", {"done_on": cohort.ENDED})
    on(date(2027, 2, 11))
    page = opened(told.cast.yosef)
    page.goto("/pasca-pendampingan/")
    expect(page.get_by_role("listitem").filter(has_text=NAME)).to_contain_text("Bulan ke-3")
    page.get_by_role("link", name="Catat").first.click()
    page.locator("[name=outcome][value=improved]").check()
    page.get_by_role("button", name="Simpan tindak lanjut").click()
    expect(page.get_by_text("Bulan ke-6").first).to_be_visible()
    assert LookBack.objects.get(engagement=told.engagements[0]).month == 3


def _through_link(told: Round, opened: Opened, number: int, purpose: str) -> Page:
    """The mentor makes the link; the participant opens it on a phone without an account."""
    mentor = opened(told.cast.ratna)
    mentor.goto(reverse("link_add", args=[told.engagements[number]]))
    mentor.locator(f"[name=purpose][value={purpose}]").check()
    mentor.get_by_role("button", name="Buat tautan").click()
    address = mentor.get_by_role("link", name="Buka isian di ponsel ini").get_attribute("href")
    assert address is not None and Link.objects.filter(engagement=told.engagements[number], purpose=purpose).exists()
    guest = opened()
    guest.goto(address)
    return guest


def _figures(page: Page) -> None:
    """September: a tenth more than before, written down every day."""
    page.locator("[name=month]").select_option("2026-09")
    page.locator("[name=turnover]").fill("1.100.000")
    page.locator("[name=daily_kept][value=ya]").check()
    if page.locator("[name=proof]").count():
        page.locator("[name=proof]").select_option("book")
    for name in ("workers_full", "workers_part"):
        page.locator(f"[name={name}]").fill("0")


def _steps(told: Round, number: int, on: date, *codes: str) -> None:
    path = Engagement.objects.get(pk=told.engagements[number]).path_id
    assert path is not None
    done = {stop.code for stop in path_stations(path, on) if stop.state == "done"}
    assert set(codes) <= done, set(codes) - done


def _photo(name: str) -> Any:
    return {"name": f"{name}.png", "mimeType": "image/png", "buffer": cases.photo_of().content}
