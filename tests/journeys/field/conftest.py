"""The field app in a browser: opened for Ratna with her documents, cut off from the network, looked into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.people import Cast

APP = "/lapangan/"
READY = "navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 50)))"


@dataclass
class Phone:
    """A phone with the app: one browser context, whose pages may be closed and opened again."""

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
        return self.page

    def rows(self) -> list[dict[str, Any]]:
        """The outbox as it lies on the phone, by number."""
        found: list[dict[str, Any]] = self.page.evaluate(
            """async () => {
                const person = (await import('/lapangan/js/person.js')).me();
                const rows = await (await import('/lapangan/js/outbox.js')).rows(person);
                return rows.map(({id, number, kind, state, receipt, confirmed, files, filesHeld}) =>
                    ({id, number, kind, state, receipt, confirmed, files, filesHeld}));
            }"""
        )
        return found

    def sync(self) -> str:
        """Syncs now and tells how it ended."""
        return str(self.page.evaluate("async () => (await (await import('/lapangan/js/sync.js')).sync()).state"))


@pytest.fixture
def phone(cast: Cast, opened: Callable[..., Page]) -> Phone:
    """Ratna's phone: signed in once with a signal, the app kept, her mentees on it."""
    page = opened(cast.ratna)
    page.goto(APP)
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    page.evaluate(READY)
    expect(page.locator("#sinkron")).to_contain_text("Semua terkirim")
    return Phone(page)
