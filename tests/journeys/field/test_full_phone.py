"""A phone without room: it says so, loses nothing that was typed, and what it holds goes out all the same (F1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from sidamping.edges.sync.models import Record
from sidamping.features.fieldwork.models import Visit
from tests.journeys.field.conftest import Phone

FULL = "Penyimpanan HP penuh"
TELL = """({ full, used }) => {
    window.told = window.told || ['put', 'add'].map((name) => {
        const write = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...said) {
            if (window.full) throw new DOMException('no room', 'QuotaExceededError');
            return write.apply(this, said);
        };
    });
    window.full = full;
    navigator.storage.estimate = async () => ({ usage: used, quota: 100 });
}"""


@pytest.fixture
def room(phone: Phone) -> Callable[..., None]:
    """`room(full=True)`: the browser refuses every write. `room(used=85)`: that many hundredths are taken."""
    return lambda full=False, used=10: phone.page.evaluate(TELL, {"full": full, "used": used})


def test_a_full_phone_says_so_keeps_what_is_typed_and_still_sends_what_it_holds(
    phone: Phone, room: Callable[..., None]
) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    phone.fill_visit("09:00", "10:00")
    page = phone.page
    room(full=True)
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.locator(".faults")).to_contain_text(f"{FULL}: belum tersimpan")
    page.get_by_label("Hasil").fill("Saldo dihitung dua kali.")
    expect(page.locator(".kept")).to_contain_text(FULL)
    room()
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()
    assert phone.states() == ["saved", "saved"]
    room(full=True)
    phone.offline(False)
    assert phone.sync() == "phone-full" and phone.states() == ["saved", "saved"]
    assert Visit.objects.count() == Record.objects.count() == 2, "the server has them, though no receipt could be kept"
    expect(phone.go("kiriman").get_by_text("Hapus foto atau aplikasi lain, lalu sinkronkan lagi.")).to_be_visible()
    room()
    assert phone.sync() == "done" and phone.states() == ["accepted", "accepted"]
    expect(page.get_by_text("2 dibuat, 2 diterima, 0 dobel")).to_be_visible()
    assert Visit.objects.count() == Record.objects.count() == 2
    assert "Saldo dihitung dua kali." in Visit.objects.values_list("revisions__result", flat=True)


def test_a_phone_that_is_nearly_full_warns_before_it_is(phone: Phone, room: Callable[..., None]) -> None:
    room(used=85)
    expect(phone.go("kiriman").get_by_text("Penyimpanan HP hampir penuh")).to_be_visible()
    room(used=75)
    phone.go("lainnya")
    expect(phone.go("kiriman").get_by_text("Penyimpanan HP hampir penuh")).to_have_count(0)
