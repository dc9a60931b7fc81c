"""A phone without room: it says so, loses nothing that was typed, and what it holds goes out all the same (F1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from sidamping.edges.sync.models import HeldFile, Record
from sidamping.features.fieldwork.models import Visit
from tests.journeys.field.conftest import Phone, photo

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


def test_a_photo_refused_on_a_full_phone_hinders_no_photo_after_it(phone: Phone, room: Callable[..., None]) -> None:
    phone.offline()
    for starts, ends in (("08:00", "09:00"), ("09:00", "10:00")):
        phone.write_visit(starts, ends, photo=photo(80, 60))
    context, files, refused = phone.page.context, "**/sync/v1/files/*", list[str]()
    context.route(files, lambda route: route.abort())
    phone.offline(False)
    assert phone.sync() == "no-signal" and phone.states() == ["accepted", "accepted"]

    def refuse_the_first(route: Route) -> None:
        if refused:
            route.continue_()
        else:
            refused.append(route.request.url)
            route.fulfill(status=422, headers={"X-SiDamping-Sync": "1"}, json={"problems": []})

    context.unroute(files)
    context.route(files, refuse_the_first)
    room(full=True)
    assert phone.sync() == "phone-full" and len(refused) == HeldFile.objects.count() == 1


def test_a_phone_that_is_nearly_full_warns_before_it_is(phone: Phone, room: Callable[..., None]) -> None:
    room(used=85)
    expect(phone.go("kiriman").get_by_text("Penyimpanan HP hampir penuh")).to_be_visible()
    room(used=75)
    phone.go("lainnya")
    expect(phone.go("kiriman").get_by_text("Penyimpanan HP hampir penuh")).to_have_count(0)
