"""Writing in the field: drafts that keep themselves, chains, corrections, PINs on shared phones (F1, A5, A6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from sidamping.edges.sync.models import Device, Record
from sidamping.features.fieldwork.models import Choice, FollowUp, Visit, VisitRevision
from sidamping.platform.access.models import User
from sidamping.platform.attachments.store import pictures_of
from tests.journeys.field.conftest import Phone, photo, worker
from tests.people import Cast

PIN = "246810"
RAW = """async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => one !== 'sidamping-hp');
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const db = await done(indexedDB.open(name));
    const found = [];
    for (const store of db.objectStoreNames) {
        found.push(...await done(db.transaction(store).objectStore(store).getAll()));
    }
    db.close();
    return JSON.stringify(found, (key, value) => (ArrayBuffer.isView(value) || value instanceof ArrayBuffer
        ? new TextDecoder('latin1').decode(value) : value));
}"""

CHANGE_FIRST = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    const outbox = await import('/lapangan/js/outbox.js');
    const [first] = await outbox.rows(person);
    await outbox.change(person, first.id, (row) => ({...row, ...CHANGES}));
}"""
LOCK = """async (pin) => {
    const person = (await import('/lapangan/js/person.js')).me();
    await (await import('/lapangan/js/vault.js')).changePin(person.db, pin);
}"""
DRAFT = """async ([text, at]) => {
    const person = (await import('/lapangan/js/person.js')).me();
    const values = { activity: text };
    await (await import('/lapangan/js/drafts.js')).keepDraft(
        person, { id: 'draf-1', kind: 'fieldwork.visit', route: 'catat?draf=draf-1', title: text, values, at });
}"""
DRAFTED = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    return (await (await import('/lapangan/js/drafts.js')).drafts(person)).map((draft) => draft.title);
}"""
SIGN = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    await (await import('/lapangan/js/queue-file.js')).queueFile(person);
}"""


def test_a_draft_keeps_itself_while_it_is_typed(phone: Phone) -> None:
    phone.offline()
    page = phone.go("catat")
    page.get_by_label("Kegiatan", exact=True).fill("Menghitung saldo")
    page.get_by_label("Merah Putih").check()
    expect(page.get_by_text("Draf tersimpan di HP.")).to_be_visible()
    page = phone.restart()
    page.get_by_role("link", name="Draf kunjungan").click()
    expect(page.get_by_label("Kegiatan", exact=True)).to_have_value("Menghitung saldo")
    expect(page.get_by_label("Merah Putih").first).to_be_checked()


def test_what_is_sealed_is_not_overwritten_from_another_screen_and_the_phone_says_why(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    [sealed] = phone.rows()
    page = phone.go(f"catat?draf={sealed['id']}")
    page.get_by_label("Merah Putih").check()
    _fill_visit(page)
    page.get_by_label("Hasil").fill("Isi yang lain.")
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_text("sudah disimpan dari layar lain")).to_be_visible()
    assert phone.rows() == [sealed]
    page = phone.go(f"catat?draf={sealed['id']}")
    expect(page.get_by_label("Hasil")).to_have_value("Isi yang lain.")


def test_a_problem_its_alternatives_and_the_choice_travel_as_a_chain(phone: Phone) -> None:
    phone.offline()
    page = phone.go("masalah")
    page.get_by_label("Merah Putih").check()
    page.get_by_label("Masalah", exact=True).fill("Kas tidak dicatat")
    page.get_by_label("Sisi anggota/dampingan").check()
    page.get_by_label("Jenis masalah").select_option(index=1)
    page.get_by_label("Mengapa ini terjadi?").fill("Tidak ada buku")
    _keep(page)
    for way in ("Buku kas sederhana", "Aplikasi kas"):
        _open_problem(phone)
        page.get_by_role("link", name="Tambah alternatif").click()
        page.get_by_label("Jalan keluar").fill(way)
        page.get_by_label("Akibatnya").fill("Perlu waktu lima menit sehari.")
        _keep(page)
    _open_problem(phone)
    page.get_by_role("link", name="Catat pilihan dampingan").click()
    page.get_by_label("Buku kas sederhana").check()
    page.get_by_label("Yang memutuskan").fill("Ujang Mantap")
    _keep(page)
    assert phone.states() == ["saved"] * 4
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * 4
    assert Choice.objects.get().alternative.text == "Buku kas sederhana"


def test_a_promise_made_in_a_visit_is_closed_before_either_is_sent(phone: Phone) -> None:
    phone.offline()
    page = phone.go("catat")
    page.get_by_role("button", name="Tambah janji").click()
    page.get_by_label("Yang akan dikerjakan").fill("Membeli buku kas")
    page.get_by_label("Nama penanggung jawab").fill("Wati")
    page.get_by_label("Batas waktu").fill("2026-11-05")
    page.get_by_label("Merah Putih").check()
    _fill_visit(page)
    _keep(page)
    page = phone.go("")
    page.get_by_role("link", name="Membeli buku kas").click()
    page.get_by_label("Catatan penyelesaian").fill("Sudah dibeli.")
    page.get_by_role("button", name="Janji ditepati").click()
    expect(page.get_by_role("heading", name="Merah Putih")).to_be_visible()
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted", "accepted"]
    assert FollowUp.objects.get().closed_note == "Sudah dibeli."


def test_a_visit_is_corrected_before_and_after_it_was_sent(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    correct(phone, "Dua orang hadir.")
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted", "accepted"]
    phone.sync()
    correct(phone, "Tiga orang hadir.")
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * 3
    assert Visit.objects.count() == 1
    assert VisitRevision.objects.get(superseded_at=None).result == "Tiga orang hadir."


def test_a_pin_locks_what_one_person_keeps_and_a_wrong_one_waits(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00", activity="Rahasia koperasi")
    page = phone.go("lainnya")
    page.get_by_role("button", name="Pasang PIN").click()
    page.get_by_label("PIN baru", exact=True).fill("12")
    page.get_by_role("button", name="Simpan PIN").click()
    faults = ["PIN baru: PIN sedikitnya 6 angka.", "PIN baru sekali lagi: Perlu diisi."]
    expect(page.locator(".faults li")).to_have_text(faults)
    page.get_by_label("PIN baru", exact=True).fill(PIN)
    page.get_by_label("PIN baru sekali lagi").fill(PIN)
    page.get_by_role("button", name="Simpan PIN").click()
    expect(page.locator("main").get_by_text("Tersimpan.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Ganti PIN")).to_be_visible()
    expect(page.get_by_role("button", name="Lepas PIN")).to_be_visible()
    page = phone.restart()
    page.get_by_role("button", name="Ratna Tefa").click()
    assert "Rahasia koperasi" not in page.evaluate(RAW)
    assert "Merah Putih" not in page.evaluate(RAW)
    for _ in range(3):
        page.get_by_label("PIN Ratna Tefa").fill("111111")
        page.get_by_role("button", name="Buka", exact=True).click()
        expect(page.get_by_text("PIN keliru")).to_be_visible()
        page.wait_for_function("() => document.getElementById('pin').value === ''")
    expect(page.get_by_text("sesudah")).to_be_visible()
    page.get_by_text("Lupa PIN?").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Simpan antrean tersandi").click()
    locked = saved.value.path()
    assert "Rahasia koperasi" not in locked.read_text()
    later = page.evaluate("Date.now() + 3600000")
    page.context.clock.set_fixed_time(later)
    page.get_by_label("PIN Ratna Tefa").fill(PIN)
    page.get_by_role("button", name="Buka", exact=True).click()
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    assert phone.states() == ["saved"]


def test_a_locked_part_that_was_saved_comes_back_with_its_pin(phone: Phone, phone_of: Callable[[User], Phone]) -> None:
    phone.write_visit("10:00", "11:00")
    assert phone.sync() == "done"
    phone.offline()
    phone.write_visit("08:00", "09:00", photo=photo(800, 600))
    saved = _saved_locked(phone, "{confirmed: false}")
    new = phone_of(User.objects.get(username="ratna"))
    _bring_back(new, saved)
    expect(new.page.get_by_text("2 catatan dikembalikan")).to_be_visible()
    assert new.sync() == "done"
    assert new.states() == ["accepted", "accepted"]
    assert new.sync() == "done"
    assert [row["confirmed"] for row in new.rows()] == [True, True]
    assert {row["from"]["number"] for row in new.rows()} == {1, 2}
    assert Visit.objects.count() == 2
    assert Device.objects.get(pk=new.rows()[0]["from"]["device"]).records.count() == 2
    worker()
    assert [len(found) for found in pictures_of(Visit.objects.values_list("pk", flat=True)).values()] == [1]


@pytest.mark.parametrize("signed_before", [False, True])
def test_what_a_revoked_phone_had_handed_in_settles_and_the_rest_becomes_the_new_ones(
    phone: Phone, phone_of: Callable[[User], Phone], signed_before: bool
) -> None:
    phone.write_visit("10:00", "11:00")
    assert phone.sync() == "done"
    phone.offline()
    phone.write_visit("08:00", "09:00")
    saved = _saved_locked(phone, "{state: 'saved', receipt: undefined, confirmed: false}")
    old = Device.objects.get()
    new = phone_of(User.objects.get(username="ratna"))
    Device.objects.filter(pk=old.pk).update(revoked_at=timezone.now())
    new.offline()
    _bring_back(new, saved)
    expect(new.page.get_by_text("2 catatan dikembalikan")).to_be_visible()
    if signed_before:
        new.page.evaluate(SIGN)
    new.offline(False)
    assert [new.sync(), new.sync(), new.sync()] == ["done"] * 3
    rows = {row["confirmed"]: row for row in new.rows() if "from" not in row}
    [sent] = [row for row in new.rows() if "from" in row]
    assert new.states() == ["accepted", "accepted"] and sent["confirmed"] and list(rows) == [True]
    assert (sent["from"]["device"], sent["from"]["number"]) == (str(old.pk), 1)
    assert Visit.objects.count() == 2 and old.records.count() == 1


def test_an_older_part_that_comes_back_overwrites_nothing_that_was_mended_since(
    phone: Phone, phone_of: Callable[[User], Phone]
) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    phone.page.evaluate(DRAFT, ["lama", 1])
    saved = _saved_locked(phone, "{}")
    new = phone_of(User.objects.get(username="ratna"))
    new.offline()
    _bring_back(new, saved)
    expect(new.page.get_by_text("1 catatan dikembalikan")).to_be_visible()
    new.page.evaluate(CHANGE_FIRST.replace("CHANGES", "{state: 'attention', sha256: 'isi yang lebih baru'}"))
    assert new.page.evaluate(DRAFTED) == ["lama"]
    new.page.evaluate(DRAFT, ["baru", 2])
    before = new.rows()
    _bring_back(new, saved)
    expect(new.page.get_by_text("0 catatan dikembalikan")).to_be_visible()
    assert new.rows() == before
    assert new.page.evaluate(DRAFTED) == ["baru"]


def test_two_people_on_one_phone_are_two_devices_and_see_nothing_of_each_other(
    cast: Cast, phone: Phone, phone_of: Callable[[User], Phone]
) -> None:
    phone.write_visit("08:00", "09:00")
    assert phone.sync() == "done"
    marias = phone_of(cast.maria)
    cookies = marias.page.context.cookies()
    page = phone.go("lainnya")
    page.get_by_role("button", name="Tutup bagian saya").click()
    page.context.add_cookies(cookies)  # type: ignore[arg-type]  # as they came
    phone.restart().get_by_role("button", name="Maria Banunaek").click()
    expect(phone.page.get_by_role("heading", name="Hari ini")).to_be_visible()
    assert phone.rows() == []
    expect(phone.go("dampingan").get_by_text("Kuatae Maju")).to_be_visible()
    expect(phone.page.get_by_text("Merah Putih")).to_have_count(0)
    assert Record.objects.get().owner == cast.ratna


def _saved_locked(phone: Phone, changes: str) -> Path:
    """The locked file of a phone whose PIN was forgotten; its first record changed before."""
    phone.page.evaluate(CHANGE_FIRST.replace("CHANGES", changes))
    phone.page.evaluate(LOCK, PIN)
    page = phone.restart()
    page.get_by_role("button", name="Ratna Tefa").click()
    page.get_by_text("Lupa PIN?").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Simpan antrean tersandi").click()
    return saved.value.path()


def _bring_back(phone: Phone, saved: Path) -> None:
    phone.restart()
    phone.go("titip").locator("input[type=file]").set_input_files(saved)
    phone.page.get_by_label("PIN saat berkas disimpan").fill(PIN)
    phone.page.get_by_role("button", name="Buka", exact=True).click()


def _keep(page: Page) -> None:
    page.get_by_role("button", name="Simpan di HP").click()
    page.wait_for_function("() => !document.querySelector('form')")


def _open_problem(phone: Phone) -> None:
    phone.go("dampingan").get_by_text("Merah Putih").click()
    phone.page.get_by_role("link", name=re.compile("^Kas tidak dicatat")).click()


def _fill_visit(page: Page) -> None:
    page.get_by_label("Jam mulai").fill("08:00")
    page.get_by_label("Jam selesai").fill("09:00")
    page.get_by_label("Kegiatan", exact=True).fill("Bimbingan buku kas")
    page.get_by_label("Tujuan").fill("Saldo dihitung")
    page.get_by_label("Hasil").fill("Saldo dihitung sendiri.")


def correct(phone: Phone, result: str) -> None:
    phone.go("dampingan").get_by_text("Merah Putih").click()
    page = phone.page
    page.get_by_role("link", name="Bimbingan buku kas").click()
    page.get_by_role("link", name="Perbaiki kunjungan").click()
    page.get_by_label("Hasil").fill(result)
    page.get_by_label("Alasan perubahan").fill("Salah hitung")
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()
