"""The browser of the journeys: Debian's Chromium at phone and desktop size, people signed in, axe, counted bytes."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client
from django.utils.functional import empty
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from sidamping.edges.web import static_files
from sidamping.platform.access.models import User

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the thread of the test

CHROMIUM = os.environ.get("SIDAMPING_TEST_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
AXE = "axe_playwright_python", "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@dataclass
class Traffic:
    """What a page fetched: bytes over the wire, and faults that its console told."""

    received: int = 0
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """Pages and gathered, compressed static files, as `sidamping serve` gives them."""
    with (settings.DATA / "static.lock").open("w") as turn:  # two test processes share the folder
        fcntl.flock(turn, fcntl.LOCK_EX)
        static_files.prepare()
    staticfiles_storage._wrapped = empty  # type: ignore[attr-defined]  # earlier tests knew plain names only
    with mock.patch("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda pages: pages):
        server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def opened(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """`opened(ratna)` is a page of hers at phone size, `opened(None, DESKTOP)` a stranger's on a laptop."""
    contexts: list[BrowserContext] = []

    def open_page(who: User | None = None, size: dict[str, int] = PHONE, **more: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport=size, locale="id-ID", timezone_id=settings.TIME_ZONE,  # type: ignore[arg-type]  # a plain dict
            has_touch=size is PHONE, is_mobile=size is PHONE, **more,
        )
        contexts.append(context)
        if who is not None:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": _session(who), "url": live_server.url}
            context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def traffic() -> Callable[[Page], Traffic]:
    """`seen = traffic(page)` counts what the page fetches from then on."""

    def watch(page: Page) -> Traffic:
        seen = Traffic()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: _add(seen, event["encodedDataLength"]))
        page.on("console", lambda message: seen.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: seen.faults.append(str(error)))
        return seen

    return watch


@pytest.fixture
def violations() -> Callable[[Page], list[str]]:
    """What axe finds wrong with the page as it stands: rule, help, and the elements."""
    source = files(AXE[0]).joinpath(AXE[1]).read_text()

    def look(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
        return [f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:5]}" for one in found]

    return look


def _add(seen: Traffic, size: float) -> None:
    seen.received += int(size)


def _session(who: User) -> str:
    client = Client()
    client.force_login(who)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
