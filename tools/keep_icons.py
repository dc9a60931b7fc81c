"""Copies the named Tabler icons as one-line SVG without classes: keep_icons.py FROM NAMES TO."""

from __future__ import annotations

import re
import sys
from pathlib import Path

OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round">'
)
GROUND = 'd="M0 0h24v24H0z"'


def keep(source: Path, names: list[str], target: Path) -> None:
    for old in target.glob("*.svg"):
        old.unlink()
    for name in names:
        raw = (source / f"{name}.svg").read_text()
        shapes = re.findall(r"<(?:path|circle|rect|line|polyline|ellipse)[^>]*/>", raw)
        kept = (re.sub(r"\s+", " ", shape).replace(" />", "/>") for shape in shapes if GROUND not in shape)
        drawn = "".join(kept)
        (target / f"{name}.svg").write_text(f"{OPENING}{drawn}</svg>\n")


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]).read_text().split(), Path(sys.argv[3]))
