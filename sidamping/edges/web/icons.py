"""The drawings beside words: Tabler icons (MIT) kept as files, written into the page so that no request is needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "icons"


@cache
def icon(name: str, extra: str = "") -> SafeString:
    """The icon as inline SVG, hidden from screen readers; an unknown name names the folder to look in."""
    file = FOLDER / f"{name}.svg"
    if "/" in name or not file.exists():
        raise LookupError(f"No icon {name!r} in {FOLDER.name}/; add it to tools/icons.txt and refresh.")
    classes = escape(f"icon {extra}".strip())
    drawn = (
        file.read_text().strip().replace("<svg ", f'<svg class="{classes}" aria-hidden="true" focusable="false" ', 1)
    )
    return mark_safe(drawn.replace(' xmlns="http://www.w3.org/2000/svg"', ""))
