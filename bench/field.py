"""The field app as a phone's browser judges it: Lighthouse's performance and accessibility, and whether it installs.

Run: `python -m bench.field [--server http://localhost:8000] [--session KEY] [--lighthouse PATH]` against a running
house; with the key of a session, as the person who signed in. Needs Chromium and Node: `npm install lighthouse@12`.
Targets: performance at least 95, accessibility 100, nothing in the way of installing, on Lighthouse's mobile preset.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROME_PATH", "/usr/bin/chromium")
APP = "/lapangan/"
JUDGED = ("performance", "accessibility", "best-practices")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift",
         "speed-index", "total-byte-weight")  # fmt: skip
COOKIE = "sessionid"


@click.command()
@click.option("--server", default="http://localhost:8000")
@click.option("--session", default="", help="key of a session, to look as somebody who signed in")
@click.option("--lighthouse", default="node_modules/.bin/lighthouse", type=click.Path(exists=True))
@click.option("--runs", default=3)
def main(server: str, session: str, lighthouse: str, runs: int) -> None:
    """Several runs, each in a fresh browser; the load of the machine stands beside each."""
    for number in range(1, runs + 1):
        load = os.getloadavg()[0]
        told = _judged(server + APP, session, lighthouse)
        click.echo(f"run {number}, load {load:.1f}: " + ", ".join(f"{name} {points}" for name, points in told.items()))
    for fault in _install_faults(server + APP) or ["none"]:
        click.echo(f"in the way of installing: {fault}")


def _judged(address: str, session: str, lighthouse: str) -> dict[str, str]:
    """Points of each category, then the figures behind them."""
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        answer, port = Path(room) / "answer.json", _free_port()
        browser = playwright.chromium.launch_persistent_context(
            f"{room}/profile", executable_path=CHROMIUM, args=["--no-sandbox", f"--remote-debugging-port={port}"]
        )
        if session:  # a cookie of the browser's own: one sent as a header is lost as soon as the server sets another
            browser.add_cookies([{"name": COOKIE, "value": session, "url": address}])
        subprocess.run(
            [lighthouse, address, "--quiet", "--output=json", f"--output-path={answer}", f"--port={port}",
             f"--only-categories={','.join(JUDGED)}"],
            check=True,
        )  # fmt: skip
        browser.close()
        found: dict[str, Any] = json.loads(answer.read_text())
    points = {name: str(round(found["categories"][name]["score"] * 100)) for name in JUDGED}
    return points | {name: found["audits"][name]["displayValue"].replace("\xa0", " ") for name in TIMES}


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _install_faults(address: str) -> list[str]:
    """What the browser itself names; a private window is the bench's own."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as room:
        browser = playwright.chromium.launch_persistent_context(
            room, executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(address)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        asked = browser.new_cdp_session(page)
        told = asked.send("Page.getInstallabilityErrors")["installabilityErrors"]
        manifest = asked.send("Page.getAppManifest")["errors"]
        browser.close()
    return [*(one["errorId"] for one in told), *(one["message"] for one in manifest)]


if __name__ == "__main__":
    main()
