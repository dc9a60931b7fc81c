"""The browser of the guide's walk: people signed in, buttons pressed by their words, screens kept as small pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Page, sync_playwright

PLACE = Path(__file__).resolve().parents[1] / "docs" / "panduan" / "gambar"
CHROMIUM = "/usr/bin/chromium"
PHONE = {"width": 360, "height": 700}
DESK = {"width": 1280, "height": 760}
COLOURS, MOST_BYTES = 64, 60_000
SAME = 0.01
"""Share of points that may differ (a clock time, a QR code) before a picture counts as new."""
MERAH_PUTIH = "Koperasi Simpan Pinjam Merah Putih"


@dataclass
class Walk:
    """The browser, where the pages are, and who has signed in so far."""

    browser: Browser
    base: str
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, who: str, size: dict[str, int] = PHONE) -> Page:
        """A page of a person, signed in through the list of demonstration accounts; nobody's page for ''."""
        if who not in self.pages:
            scale = 2 if size is PHONE else 1
            room = self.browser.new_context(
                viewport=size,
                device_scale_factor=scale,
                locale="id-ID",
                timezone_id="Asia/Makassar",
                color_scheme="light",
            )
            page = room.new_page()
            page.goto(f"{self.base}/akun/login/")
            if who:
                page.get_by_role("button", name=re.compile(rf"· {who}$")).click()
                settle(page)
            self.pages[who] = page
        return self.pages[who]


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def press(page: Page, word: str, within: Locator | None = None) -> None:
    """Press the button or link that carries these words."""
    place = within or page.locator("body")
    named = re.compile(rf"^\s*{re.escape(word)}")
    place.get_by_role("button", name=named).or_(place.get_by_role("link", name=named)).first.click()
    settle(page)


def go(page: Page, word: str) -> None:
    """Press a word of the navigation that is in view, by way of 'Lainnya' when it is not."""
    links = page.get_by_role("navigation").get_by_role("link", name=word, exact=True).locator("visible=true")
    if not links.count() and word != "Lainnya":
        go(page, "Lainnya")
        links = page.locator("main").get_by_role("link", name=word, exact=True)
    links.first.click()
    settle(page)


def fill(page: Page, words: dict[str, str]) -> None:
    for name, text in words.items():
        page.locator(f"[name='{name}']").fill(text)


def shot(page: Page, name: str, at: Locator | None = None, above: int = 88) -> None:
    """Keep the screen with `at` near its top, in few colours; the same picture as before is not written again."""
    top = (at.evaluate("one => one.getBoundingClientRect().top + scrollY") - above) if at else 0
    page.evaluate("y => { document.activeElement.blur(); scrollTo(0, y); }", max(top, 0))
    page.wait_for_timeout(150)
    keep(Image.open(io.BytesIO(page.screenshot(animations="disabled"))), name)


def keep(picture: Image.Image, name: str, most: int = MOST_BYTES) -> None:
    path = PLACE / f"{name}.png"
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    if path.exists() and alike(Image.open(path), few):
        return
    few.save(path, optimize=True)
    print(f"{name}: {path.stat().st_size // 1000} kB" + (" TOO LARGE" if path.stat().st_size > most else ""))


def alike(old: Image.Image, new: Image.Image) -> bool:
    if old.size != new.size:
        return False
    apart = ImageChops.difference(old.convert("L"), new.convert("L")).point(lambda value: 255 if value > 24 else 0)
    return apart.histogram()[255] <= SAME * apart.width * apart.height


def photo() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--headless", "--no-sandbox", "--disable-gpu", "--lang=id"],
            env={"LANGUAGE": "id", "LANG": "id_ID.UTF-8"},
        )
        yield running
        running.close()
