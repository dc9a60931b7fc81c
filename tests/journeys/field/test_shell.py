"""The field app's shell: opened without a network after a restart, accessible, in two languages (F1)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, Traffic
from tests.journeys.field.conftest import APP, KEPT, Phone
from tests.people import Cast

CACHES = """async () => Promise.all((await caches.keys()).map(async (name) =>
    [name, (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)]))"""


def test_the_app_opens_without_a_network_after_a_restart(phone: Phone) -> None:
    phone.offline()
    page = phone.restart()
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    expect(phone.go("dampingan").get_by_text("Merah Putih")).to_be_visible()
    phone.go("dampingan").get_by_text("Merah Putih").click()
    expect(page.get_by_role("heading", name="Kunjungan")).to_be_visible()


def test_only_the_shell_is_kept_and_old_shells_leave(phone: Phone) -> None:
    page = phone.page
    page.evaluate(
        """async () => {
            await caches.open('sidamping-lapangan-lama');
            const worker = await navigator.serviceWorker.getRegistration('/lapangan/');
            await worker.unregister();
        }"""
    )
    page.goto("/")
    page.goto(APP)
    page.evaluate(KEPT)
    page.wait_for_function("async () => !(await caches.keys()).includes('sidamping-lapangan-lama')")
    [[name, kept]] = page.evaluate(CACHES)
    assert name.startswith("sidamping-lapangan-")
    assert kept
    assert all(path.startswith(APP) for path in kept)


def test_every_page_is_accessible_and_fits_a_phone(
    phone: Phone, violations: Callable[[Page], list[str]], traffic: Callable[[Page], Traffic]
) -> None:
    seen = traffic(phone.page)
    for where in ("", "dampingan", "catat", "kiriman", "lainnya", "kembali", "titip", "masalah", "rencana", "isian"):
        page = phone.go(where)
        page.wait_for_timeout(200)
        assert violations(page) == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, where
    assert seen.faults == []


def test_the_app_speaks_english_also_without_a_network(phone: Phone) -> None:
    phone.go("lainnya").get_by_role("button", name="English").click()
    expect(phone.page.get_by_role("heading", name="More")).to_be_visible()
    phone.offline()
    page = phone.restart()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(phone.go("catat").get_by_role("heading", name="Record a visit")).to_be_visible()


def test_the_keyboard_reaches_the_first_fault_of_a_form(phone: Phone) -> None:
    page = phone.go("catat")
    page.get_by_role("button", name="Simpan di HP").click()
    expect(page.locator(".faults")).to_be_focused()
    page.locator(".faults a").first.press("Enter")
    assert page.evaluate("document.activeElement.closest('.field') !== null")


def test_hours_that_do_not_fit_are_told_at_their_field(phone: Phone) -> None:
    page = phone.fill_visit("10:00", "09:00")
    page.get_by_role("button", name="Simpan di HP").click()
    page.get_by_role("link", name="Jam selesai: Harus sesudah jam mulai.").click()
    ends = page.get_by_label("Jam selesai")
    expect(ends).to_be_focused()
    expect(ends).to_have_attribute("aria-invalid", "true")
    ends.fill("11:00")
    expect(ends).to_have_attribute("aria-invalid", "false")
    expect(page.get_by_role("button", name="Catat lokasi HP", exact=True)).to_be_visible()


def test_the_app_can_be_installed(phone: Phone) -> None:
    session = phone.page.context.new_cdp_session(phone.page)
    told = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in told} <= {"in-incognito"}  # the tests' own windows are private
    assert session.send("Page.getAppManifest")["errors"] == []


def test_a_private_window_is_refused_with_a_way_out(cast: Cast, opened: Callable[..., Page]) -> None:
    page = opened(cast.ratna)
    page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'InvalidStateError'); };")
    page.goto(APP)
    expect(page.get_by_text("Jendela pribadi")).to_be_visible()
    expect(page.get_by_role("link", name="Pakai halaman daring")).to_have_attribute("href", "/")


def test_a_stranger_sees_the_way_to_sign_in_and_nothing_else(opened: Callable[..., Page]) -> None:
    page = opened(None, DESKTOP)
    page.goto(APP)
    expect(page.get_by_role("heading", name="Selamat datang")).to_be_visible()
    expect(page.get_by_role("link", name="Masuk", exact=True)).to_be_visible()
