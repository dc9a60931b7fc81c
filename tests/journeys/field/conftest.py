"""The field app in a browser: opened for Ratna with her mentees, cut off from the network, looked into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from sidamping.edges.sync.sweeping import sweep
from sidamping.platform.access.models import User
from tests.people import TODAY, Cast

APP = "/lapangan/"
KEPT = "navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 100)))"
ROWS = """async () => {
    const { me } = await import('/lapangan/js/person.js');
    while (!me()) await new Promise((done) => setTimeout(done, 50));
    const person = me();
    return (await (await import('/lapangan/js/outbox.js')).rows(person)).map(({secret, told, ...row}) => row);
}"""
SYNC = """async () => {
    const { me } = await import('/lapangan/js/person.js');
    while (!me()) await new Promise((done) => setTimeout(done, 50));
    const { sync } = await import('/lapangan/js/sync.js');
    for (;;) {
        const { state, open } = await sync();
        if (state !== 'busy' && !open) return state;
        await new Promise((done) => setTimeout(done, 50));
    }
}"""


@dataclass
class Phone:
    """A phone with the app: one browser context, whose page may be closed and opened again."""

    page: Page

    def restart(self) -> Page:
        """Closes the page and opens the app anew, as after switching the phone off and on."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.goto(APP)
        return self.page

    def offline(self, off: bool = True) -> None:
        self.page.context.set_offline(off)

    def go(self, where: str) -> Page:
        self.page.goto(f"{APP}#/{where}")
        self.page.locator(f'main[data-address="#/{where}"] h1').first.wait_for()
        return self.page

    def rows(self) -> list[dict[str, Any]]:
        """The outbox as it lies on the phone, by number."""
        found: list[dict[str, Any]] = self.page.evaluate(ROWS)
        return found

    def states(self) -> list[str]:
        return [row["state"] for row in self.rows()]

    def sync(self) -> str:
        """Syncs now and tells how it ended; waits for one that runs, and for a server too busy to look at once."""
        return str(self.page.evaluate(SYNC))

    def write_visit(self, starts: str, ends: str, *, activity: str = "Bimbingan buku kas", photo: bytes = b"") -> None:
        """Fills the form as a thumb would and keeps it."""
        page = self.fill_visit(starts, ends, activity=activity, photo=photo)
        page.get_by_role("button", name="Simpan di HP").click()
        expect(page.get_by_role("heading", name="Kiriman")).to_be_visible()

    def fill_visit(self, starts: str, ends: str, *, activity: str = "Bimbingan buku kas", photo: bytes = b"") -> Page:
        """A visit typed but not kept yet."""
        page = self.go("catat")
        page.get_by_label("Merah Putih").check()
        page.get_by_label("Jam mulai").fill(starts)
        page.get_by_label("Jam selesai").fill(ends)
        page.get_by_label("Kegiatan", exact=True).fill(activity)
        page.get_by_label("Tujuan").fill("Saldo kas dihitung sendiri")
        page.get_by_label("Hasil").fill("Bendahara menghitung saldo kas sendiri.")
        if photo:
            chosen = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo}
            page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]  # a plain dict
            expect(page.get_by_alt_text("Foto 1")).to_be_visible()
        return page


@pytest.fixture
def phone_of(opened: Callable[..., Page]) -> Callable[[User], Phone]:
    """`phone_of(ratna)`: signed in once with a signal, the app kept, the mentees on it."""

    def make(who: User) -> Phone:
        page = opened(who)
        now = timezone.localtime().replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)
        page.context.clock.set_fixed_time(now)
        page.goto(APP)
        expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
        page.evaluate(KEPT)
        expect(page.locator("#sinkron")).to_contain_text("Semua terkirim", timeout=20_000)
        return Phone(page)

    return make


@pytest.fixture
def phone(cast: Cast, phone_of: Callable[[User], Phone]) -> Phone:
    """Ratna's phone."""
    return phone_of(cast.ratna)


def sign_out(phone: Phone) -> None:
    """The session ends, as after two weeks."""
    phone.page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def worker() -> None:
    """What the worker does by itself: it attaches the photos that were handed in."""
    sweep(now=timezone.now(), seconds=5)


def photo(width: int = 3200, height: int = 2400) -> bytes:
    """A photo as a camera makes it: large, lying on its side (orientation 6), with a place hidden in it."""
    picture = Image.effect_noise((width // 4, height // 4), 60).resize((width, height)).convert("RGB")
    hidden = Image.Exif()
    hidden[0x0112] = 6
    hidden.get_ifd(0x8825).update({1: "S", 2: (10.0, 10.0, 0.0)})
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=92, exif=hidden)
    return kept.getvalue()
