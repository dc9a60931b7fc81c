"""Sign-in lost at any call, storage cleared, a visit corrected on two phones: nothing is lost or doubled (F1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from sidamping.edges.sync.models import Device, Record
from sidamping.features.fieldwork.models import Visit, VisitRevision
from sidamping.platform.access.models import User
from tests.journeys.field.conftest import APP, KEPT, Phone, photo
from tests.journeys.field.test_writing import correct
from tests.people import Cast

CALLS = ("hello?", "devices/", "records", "files/", "carried", "changes?")
"""In the order in which a sync makes them."""
CARRY = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    const said = { format: 'sidamping-queue', version: 1, device: person.device.id, owner: person.id,
        made_at: '2026-11-05T08:00:00+08:00', content: '{"records": [], "files": {}}', signature: 'bukan' };
    await (await import('/lapangan/js/queue-file.js')).takeIn(person, said);
}"""
CLEAR = """async () => {
    const gone = (name) => new Promise((done) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = asked.onerror = asked.onblocked = done;
    });
    await Promise.all((await indexedDB.databases()).map((one) => gone(one.name)));
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}"""


@pytest.mark.parametrize("status", [401, 403])
def test_a_sign_in_that_is_lost_at_any_call_loses_nothing_and_asks_to_sign_in_again(phone: Phone, status: int) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=status, headers={"X-SiDamping-Sync": "1"}, json={"problems": []})

    phone.offline()
    phone.write_visit("08:00", "09:00", photo=photo(800, 600))
    phone.page.evaluate(CARRY)
    Device.objects.all().delete()
    for call in CALLS:
        phone.page.context.route(f"**/sync/v1/{call}*", refuse)
    phone.offline(False)
    for call in CALLS:
        assert phone.sync() == "sign-in", call
        expect(phone.go("kiriman").get_by_role("link", name="Masuk lagi", exact=True)).to_be_visible()
        phone.page.context.unroute(f"**/sync/v1/{call}*")
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] and phone.rows()[0]["filesHeld"]["missing"] == []
    assert Visit.objects.count() == Record.objects.count() == 1


def test_a_phone_whose_storage_was_cleared_begins_anew_as_another_device(phone: Phone) -> None:
    phone.write_visit("08:00", "09:00")
    assert phone.sync() == "done"
    page = phone.page
    page.goto(f"{APP}manifest.webmanifest")
    page.evaluate(CLEAR)
    page.goto(APP)
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    page.evaluate(KEPT)
    assert phone.sync() == "done" and phone.rows() == []
    phone.go("dampingan").get_by_text("Merah Putih").click()
    expect(page.get_by_text("Bimbingan buku kas")).to_be_visible()
    phone.write_visit("09:00", "10:00")
    assert phone.sync() == "done"
    expect(page.get_by_text("1 dibuat, 1 diterima, 0 dobel")).to_be_visible()
    assert list(Record.objects.values_list("number", flat=True)) == [1, 1]
    assert Visit.objects.count() == Device.objects.count() == 2


def test_one_visit_corrected_on_two_phones_keeps_both_versions_and_asks_people(
    cast: Cast, phone: Phone, phone_of: Callable[[User], Phone]
) -> None:
    phone.write_visit("08:00", "09:00")
    assert phone.sync() == "done"
    other = phone_of(cast.ratna)
    for one in (phone, other):
        one.sync()
        one.offline()
        correct(one, f"Hasil dari HP {one is phone}.")
    for one in (phone, other):
        one.offline(False)
        assert one.sync() == "done"
    assert (phone.states()[-1], other.states()) == ("accepted", ["conflict"])
    other.go("kiriman").locator("main").get_by_role("link", name="Perlu perhatian").click()
    expect(other.page.get_by_text("Kedua versi disimpan")).to_be_visible()
    other.page.get_by_role("link", name="Buka di web").click()
    expect(other.page.get_by_text("Hasil dari HP True.").first).to_be_visible()
    expect(other.page.get_by_text("Hasil dari HP False.").first).to_be_visible()
    assert VisitRevision.objects.get(superseded_at=None).result == "Hasil dari HP True."
