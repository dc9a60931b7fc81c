"""What is written in the field arrives once, whatever happens to signal, answer, session or phone (F1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, Route, expect

from sidamping.edges.sync.models import Device, Record
from sidamping.features.fieldwork.models import Visit
from sidamping.platform.access.models import User
from sidamping.platform.attachments.store import pictures_of
from tests.journeys.field.conftest import APP, ROWS, SYNC, Phone, photo, sign_out, worker
from tests.people import Cast

PORTAL = "<html><body>Selamat datang di WiFi Gratis</body></html>"


def test_three_visits_written_without_a_signal_arrive_once_after_a_restart(phone: Phone) -> None:
    phone.offline()
    phone.restart()
    phone.write_visit("08:00", "09:00", photo=photo())
    phone.write_visit("09:00", "10:00")
    phone.write_visit("10:00", "11:00")
    page = phone.restart()
    assert phone.states() == ["saved"] * 3
    expect(phone.go("kiriman").get_by_text("Tersimpan di HP")).to_have_count(3)
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * 3
    expect(page.get_by_text("3 dibuat, 3 diterima, 0 dobel")).to_be_visible()
    assert phone.sync() == "done"
    assert [row["confirmed"] for row in phone.rows()] == [True] * 3
    assert Visit.objects.count() == Record.objects.count() == 3
    worker()
    first = phone.rows()[0]
    assert len(pictures_of([first["id"]])[Visit.objects.get(pk=first["id"]).pk]) == 1


def test_a_photo_is_made_small_upright_and_without_its_place(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00", photo=photo())
    sent = phone.page.evaluate(
        """async () => {
            const person = (await import('/lapangan/js/person.js')).me();
            const [row] = await (await import('/lapangan/js/outbox.js')).rows(person);
            const file = await (await import('/lapangan/js/drafts.js')).readFile(person, row.files[0].sha256);
            return Array.from(new Uint8Array(file.content));
        }"""
    )
    picture = Image.open(BytesIO(bytes(sent)))
    assert len(sent) <= 300_000
    assert picture.height > picture.width
    assert not picture.getexif()


def test_two_tabs_that_write_and_sync_at_once_make_no_double(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    other = Phone(phone.page.context.new_page())
    other.go("")
    other.write_visit("09:00", "10:00")
    assert [row["number"] for row in phone.rows()] == [1, 2]
    phone.offline(False)
    both = "() => Promise.all([1, 2, 3].map(async () => (await (await import('/lapangan/js/sync.js')).sync()).state))"
    other.page.evaluate(f"() => {{ window.over = ({both})(); }}")
    phone.page.evaluate(both)
    other.page.evaluate("() => window.over")
    phone.sync()
    assert phone.states() == ["accepted", "accepted"]
    assert Visit.objects.count() == 2


def test_a_captive_portal_that_answers_everything_is_not_taken_for_success(phone: Phone) -> None:
    def greet(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body=PORTAL)

    phone.page.context.route("**/sync/v1/**", greet)
    phone.write_visit("08:00", "09:00")
    assert phone.sync() == "no-signal"
    assert phone.states() == ["saved"]
    phone.page.context.unroute("**/sync/v1/**")
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"]


def test_an_expired_sign_in_loses_nothing_and_asks_to_sign_in_again(phone: Phone, cast: Cast) -> None:
    kept = phone.page.context.cookies()
    sign_out(phone)
    phone.write_visit("08:00", "09:00")
    assert phone.sync() == "sign-in"
    expect(phone.go("kiriman").get_by_role("link", name="Masuk lagi", exact=True)).to_be_visible()
    phone.restart()
    assert phone.states() == ["saved"]
    phone.page.context.add_cookies(kept)  # type: ignore[arg-type]  # as they came
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"]


def test_an_answer_lost_after_the_server_kept_the_record_doubles_nothing(phone: Phone) -> None:
    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.page.context.route("**/sync/v1/records", lose)
    phone.write_visit("08:00", "09:00")
    phone.sync()
    assert phone.states() == ["saved"]
    held = Record.objects.get()
    phone.page.context.unroute("**/sync/v1/records")
    assert phone.sync() == "done"
    assert phone.rows()[0]["receipt"] == held.receipt
    assert Visit.objects.count() == 1


def test_a_bad_record_hinders_no_other_shows_what_is_wrong_and_is_mended(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    phone.write_visit("08:30", "09:30", activity="Pada jam yang sama")
    phone.write_visit("10:00", "11:00")
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted", "attention", "accepted"]
    page = phone.go("kiriman")
    expect(page.get_by_text("1 catatan perlu perhatian")).to_be_visible()
    expect(page.locator("#sinkron")).to_have_text("1 perlu perhatian")
    page.locator("main").get_by_role("link", name="Perlu perhatian").click()
    expect(page.get_by_text("FIELDWORK_023")).to_be_visible()
    page.get_by_role("link", name="Perbaiki dan kirim lagi").click()
    expect(page.get_by_label("Kegiatan", exact=True)).to_have_value("Pada jam yang sama")
    page.get_by_label("Jam mulai").fill("09:00")
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"] * 3
    assert [row["number"] for row in phone.rows()] == [1, 2, 3]


def test_what_was_damaged_on_the_phone_hinders_no_other_and_is_shown(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    phone.write_visit("10:00", "11:00")
    phone.page.evaluate(DAMAGE)
    phone.page.evaluate(DAMAGE_CARRIED)
    phone.restart()
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["unreadable", "accepted"]
    phone.go("kiriman").get_by_role("link", name="Catatan yang tidak terbaca").click()
    expect(phone.page.get_by_text("Isinya rusak di HP ini")).to_be_visible()
    expect(phone.go("titip").get_by_text("Rusak di HP ini; minta berkasnya sekali lagi")).to_be_visible()


def test_a_number_that_an_older_server_has_lost_goes_out_again(phone: Phone) -> None:
    phone.write_visit("08:00", "09:00")
    phone.sync()
    phone.page.evaluate(
        """async () => {
            const person = (await import('/lapangan/js/person.js')).me();
            await (await import('/lapangan/js/outbox.js')).reconcile(person, {highest: 0, missing: []});
        }"""
    )
    assert phone.states() == ["saved"]
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"]
    assert Visit.objects.count() == 1


def test_a_queue_file_carried_by_another_phone_arrives_as_its_owners(
    cast: Cast, phone: Phone, phone_of: Callable[[User], Phone]
) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00", photo=photo(800, 600))
    with phone.page.expect_download() as saved:
        phone.go("titip").get_by_role("button", name="Simpan antrean sebagai berkas").click()
    carrier = phone_of(cast.maria)
    broken = json.dumps({**json.loads(saved.value.path().read_text()), "signature": "A" * 86}).encode()
    file = {"name": "rusak.json", "mimeType": "application/json", "buffer": broken}
    carrier.go("titip").locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # a plain dict
    expect(carrier.page.get_by_text("ditolak: Tanda tangan berkas antrean")).to_be_visible()
    with carrier.page.expect_request("**/sync/v1/carried") as handed:
        carrier.go("titip").locator("input[type=file]").set_input_files(saved.value.path())
        expect(carrier.page.get_by_text("Berkas diterima")).to_be_visible()
        carrier.sync()
    expect(carrier.page.get_by_text("1 catatan diserahkan")).to_be_visible()
    expect(carrier.page.get_by_text("ditolak: Tanda tangan berkas antrean")).to_have_count(0)
    assert handed.value.headers["x-device"] == str(Device.objects.get(owner=cast.maria).pk)
    assert Record.objects.get().owner == cast.ratna
    assert Visit.objects.get().mentor == cast.ratna
    phone.offline(False)
    assert phone.sync() == "done"
    assert phone.states() == ["accepted"]
    assert Visit.objects.count() == 1


def test_a_store_of_an_older_version_is_taken_over_whole(phone: Phone) -> None:
    phone.offline()
    phone.write_visit("08:00", "09:00")
    page = phone.page
    page.goto(f"{APP}manifest.webmanifest")
    assert page.evaluate(OLDER) == 1
    page.goto(APP)
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    assert [row["state"] for row in page.evaluate(ROWS)] == ["saved"]
    phone.offline(False)
    assert page.evaluate(SYNC) == "done"
    assert Visit.objects.count() == 1


def test_somebody_elses_sign_in_sends_nothing_of_mine(cast: Cast, phone: Phone, opened: Callable[..., Page]) -> None:
    others = opened(cast.maria).context.cookies()
    phone.offline()
    phone.write_visit("08:00", "09:00")
    phone.page.context.add_cookies(others)  # type: ignore[arg-type]  # as they came
    phone.offline(False)
    assert phone.sync() == "other-person"
    assert phone.states() == ["saved"]
    assert not Record.objects.exists()


DAMAGE_CARRIED = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    const closed = { iv: new Uint8Array(12), data: new ArrayBuffer(40) };
    const one = { signature: 's', device: 'd', at: '2026-11-01T08:00:00+08:00', closed };
    await (await import('/lapangan/js/store.js')).write(person.db, 'meta', [one], 'carried');
}"""
DAMAGE = """async () => {
    const person = (await import('/lapangan/js/person.js')).me();
    const outbox = await import('/lapangan/js/outbox.js');
    const [row] = await outbox.rows(person);
    await outbox.change(person, row.id, (now) => ({...now, secret: {...now.secret, data: new ArrayBuffer(40)}}));
}"""
OLDER = """async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => one !== 'sidamping-hp');
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error);
    });
    const db = await done(indexedDB.open(name));
    const held = {};
    for (const store of ['meta', 'documents', 'outbox', 'drafts']) {
        const from = db.transaction(store).objectStore(store);
        held[store] = {keys: await done(from.getAllKeys()), values: await done(from.getAll())};
    }
    db.close();
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore('meta');
        opening.result.createObjectStore('documents', {keyPath: 'key'});
        opening.result.createObjectStore('outbox', {keyPath: 'id'});
        opening.result.createObjectStore('drafts', {keyPath: 'id'});
    };
    const old = await done(opening);
    const change = old.transaction(Object.keys(held), 'readwrite');
    held.meta.values.forEach((value, at) => change.objectStore('meta').put(value, held.meta.keys[at]));
    for (const store of ['documents', 'outbox', 'drafts']) {
        held[store].values.forEach((one) => change.objectStore(store).put(one));
    }
    await new Promise((resolve) => { change.oncomplete = resolve; });
    const version = old.version;
    old.close();
    return version;
}"""
