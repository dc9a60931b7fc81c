"""Writes what the field app's worker keeps on a phone: the files of `pwa/` with hashes, and a version made of them.

`python -m tools.field_shell` after any change in pwa/; `--icons` draws the icons anew from the logo (needs Chromium).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from sidamping.edges.field import shell

PWA = Path(__file__).resolve().parents[1] / "pwa"
LIST = "precache.js"
REST = (
    "js/drawing.js", "js/fillings.js", "js/pages/asked.js", "js/pages/paper.js", "js/pages/rounds.js",
    "js/pages/signing.js", "js/pages/worksheets.js", "js/papers.js", "js/ratios.js", "js/score.js", "js/sealing.js",
    "js/sheet.js", "js/signatures.js", "js/standing.js", "js/table.js", "js/worksheets.js",
)  # fmt: skip
"""Pages that the app starts without, and what only they need: fetched after the shell, on the phone before they are
opened."""
LATER = ("js/words-en-forms.js", "js/words-en.js")
"""Kept on a phone from the first time it is asked for."""
LOGO = PWA.parent / "sidamping" / "edges" / "web" / "static" / "web" / "logo.svg"
ICONS = {"icon-192.png": (192, 1.0), "icon-512.png": (512, 1.0), "maskable-512.png": (512, 0.7)}
"""File → its size and the share of it that the logo fills; a maskable icon may lose its rim."""
GROUND = "#0b6b58"


def kept() -> list[str]:
    """What a phone keeps from the first visit on; the system fetches the pictures of the icon by itself."""
    later = (shell.WORKER, LIST, *REST, *LATER)
    return [name for name in shell.names() if name not in later and not name.endswith(".png")]


def listed() -> str:
    """The text of precache.js; the page itself goes by the empty name."""
    told = {"files": {_address(name): mark for name, mark in _marks(kept()).items()},
            "rest": _marks(REST), "later": _marks(LATER)}
    version = shell.mark(json.dumps(told).encode() + shell.served(shell.WORKER))[:12]
    return f"self.SHELL = {json.dumps({'version': version, **told}, indent=1)};\n"


def draw_icons() -> None:
    """The logo as PNG of each size; the maskable one on a full ground."""
    from playwright.sync_api import sync_playwright  # for developers only

    logo = LOGO.read_text()
    (PWA / "icons" / "logo.svg").write_text(logo)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (size, share) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            ground = GROUND if share < 1 else "transparent"
            side = round(size * share)
            page.set_content(
                f"<style>body{{margin:0;display:grid;place-items:center;height:{size}px;background:{ground}}}"
                f"svg{{width:{side}px;height:{side}px}}</style>{logo}"
            )
            page.screenshot(path=PWA / "icons" / name, omit_background=True)
        browser.close()


def _marks(names: Iterable[str]) -> dict[str, str]:
    return {name: shell.mark(shell.served(name)) for name in names}


def _address(name: str) -> str:
    return "" if name == shell.PAGE else name


if __name__ == "__main__":
    if "--icons" in sys.argv:
        draw_icons()
    (PWA / LIST).write_text(listed())
