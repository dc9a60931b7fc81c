"""What the phone tells before anything is sent: what a mentee waits for, what is written and not taken in yet."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import expect

from sidamping.edges.sync.sweeping import sweep
from sidamping.features.fieldwork.models import Visit
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from tests.features.programmes import rounds
from tests.journeys.field.conftest import Phone
from tests.people import Cast

PhoneOf = Callable[[User], Phone]


def test_a_mentee_that_waits_for_a_step_says_so_before_a_visit_is_written_and_nothing_is_lost(
    cast: Cast, phone_of: PhoneOf
) -> None:
    begun = rounds.begin(cast)
    waiting = Engagement.objects.get(pk=rounds.accepted(begun))
    phone = phone_of(cast.ratna)
    phone.offline()
    page = phone.go(f"dampingan/{waiting.pk}")
    told = page.get_by_text("program menunggu langkah “Pembekalan TPKM”")
    expect(told).to_be_visible()
    page.get_by_role("link", name="Catat kunjungan").first.click()
    expect(page.get_by_role("heading", name="Catat kunjungan")).to_be_visible()
    expect(told).to_be_visible()
    page.get_by_label("Jam mulai").fill("09:00")
    page.get_by_label("Jam selesai").fill("10:00")
    page.get_by_label("Kegiatan", exact=True).fill("Kenalan")
    page.get_by_label("Tujuan").fill("Saling kenal")
    page.get_by_label("Hasil").fill("Jadwal disepakati.")
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_text("Tersimpan di HP: Merah Putih")).to_be_visible()
    phone.offline(False)
    assert phone.sync() == "done" and phone.states() == ["attention"]
    rounds.inducted(begun)
    sweep(now=timezone.now(), seconds=5, again=True)
    assert phone.sync() == "done" and phone.states() == ["accepted"]
    phone.go(f"dampingan/{waiting.pk}")
    expect(told).to_have_count(0)
    assert Visit.objects.count() == 1


def test_what_is_written_without_a_signal_stands_on_the_page_of_the_mentee_until_it_is_taken_in(
    cast: Cast, phone: Phone
) -> None:
    phone.offline()
    page = phone.go(f"dampingan/{cast.engagement.pk}")
    expect(page.get_by_text("belum pernah ditemui")).to_be_visible()
    page.get_by_role("link", name="Angka bulanan").click()
    page.locator("input[type=month]").fill("2026-10")
    page.get_by_label("Omzet").first.fill("1.500.000")
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_text("Tersimpan di HP: Merah Putih · Okt 2026")).to_be_visible()
    expect(page.get_by_role("link", name="Angka bulanan Merah Putih · Okt 2026 Tersimpan di HP")).to_be_visible()
    phone.write_visit("09:00", "10:00")
    phone.go("dampingan")
    expect(page.get_by_text("ditemui 5 Nov 2026")).to_be_visible()
    expect(page.get_by_text("Tersimpan di HP: ")).to_be_hidden()
    phone.go(f"dampingan/{cast.engagement.pk}")
    waiting = page.locator("section").filter(has=page.get_by_role("heading", name="Belum diterima"))
    expect(waiting.get_by_role("link")).to_have_count(2)
    phone.offline(False)
    assert phone.sync() == "done" and phone.states() == ["accepted", "accepted"]
    expect(waiting).to_have_count(0)
    expect(page.get_by_text("terakhir Okt 2026")).to_be_visible()


def test_hours_at_which_a_visit_stands_already_are_told_while_they_are_typed(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("09:00", "10:00")
    page = phone.fill_visit("10:00", "11:00")
    told = page.get_by_text("pukul 09.00–10.00 sudah ada kunjungan Anda: Bimbingan buku kas")
    expect(told).to_have_count(0)
    empty = page.locator(".field:has(input[id^=ends_at]) + *")
    assert empty.evaluate("one => one.offsetHeight + parseFloat(getComputedStyle(one).marginBottom)") == 0
    page.get_by_label("Jam mulai").fill("09:30")
    expect(told).to_be_visible()
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()
    phone.offline(False)
    assert phone.sync() == "done" and sorted(phone.states()) == ["accepted", "attention"]
    page.locator("main").get_by_role("link", name="Perlu perhatian").click()
    page.get_by_role("link", name="Perbaiki dan kirim lagi").click()
    expect(told).to_be_visible()
    page.get_by_label("Jam mulai").fill("10:00")
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()
    assert phone.sync() == "done" and phone.states() == ["accepted", "accepted"]
