"""The files of the field app as phones get them: as they lie in `pwa/`, scripts and styles less comments and indents.

In a checkout the folder stands beside the house; in the wheel it lies in this package.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACES = (HERE / "pwa", HERE.parents[2] / "pwa")
PAGE, WORKER = "index.html", "sw.js"
KINDS = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
}
COMMENT = re.compile(rb"^[ ]*/\*.*?\*/\n?", re.DOTALL | re.MULTILINE)
INDENT = re.compile(rb"^ +", re.MULTILINE)


def folder() -> Path:
    """Where the app lies."""
    return next(place for place in PLACES if place.is_dir())


@cache
def names() -> tuple[str, ...]:
    """Every file of the app; nothing else is ever handed out."""
    root = folder()
    return tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in KINDS))


def served(name: str) -> bytes:
    """The file as it goes to the phone."""
    content = (folder() / name).read_bytes()
    return INDENT.sub(b"", COMMENT.sub(b"", content)) if name.endswith((".js", ".css")) else content


def kind(name: str) -> str:
    """The content type by the end of the name."""
    return KINDS[Path(name).suffix]


def mark(content: bytes) -> str:
    """A short name of the content: the first half of its sha256."""
    return sha256(content).hexdigest()[:32]
