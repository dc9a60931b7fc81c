"""Maps of an indicator as SVG without styles: outlines an office loaded, else the provinces as tiles of equal size.

An area where anybody is counted leads to its own board, by keyboard too; a table beside it says the same (F6).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sidamping.domain.indicators.counts import Count
from sidamping.features.indicators.views.pictures import said_count
from sidamping.platform.http import svg
from sidamping.platform.territory.queries import BoundaryLine

SIDE, GAP, COLUMNS, ROWS = 24.0, 2.0, 14, 7
SEA = 12
"""Room around outlines, in their own units."""
STEPS = 5
"""Shades: a fifth of a hundred each."""
TILES: dict[str, tuple[str, int, int]] = {
    "11": ("AC", 0, 0), "12": ("SU", 0, 1), "14": ("RI", 1, 1), "21": ("KR", 2, 1), "13": ("SB", 0, 2),
    "15": ("JA", 1, 2), "19": ("BB", 2, 2), "17": ("BE", 0, 3), "16": ("SS", 1, 3), "18": ("LA", 1, 4),
    "36": ("BT", 2, 5), "31": ("JK", 3, 5), "32": ("JB", 3, 6), "33": ("JT", 4, 5), "34": ("YO", 4, 6),
    "35": ("JI", 5, 5), "51": ("BA", 6, 6), "52": ("NB", 7, 6), "53": ("NT", 8, 6), "65": ("KU", 6, 1),
    "61": ("KB", 4, 2), "62": ("KT", 5, 2), "64": ("KI", 6, 2), "63": ("KS", 5, 3), "71": ("SA", 9, 1),
    "75": ("GO", 8, 1), "72": ("ST", 8, 2), "76": ("SR", 7, 3), "74": ("SG", 8, 3), "73": ("SN", 7, 4),
    "82": ("MU", 10, 1), "81": ("MA", 10, 3), "96": ("PD", 11, 2), "92": ("PB", 12, 2), "91": ("PA", 13, 2),
    "94": ("PT", 12, 3), "95": ("PE", 13, 3), "93": ("PS", 13, 4),
}  # fmt: skip
"""Code of each of the 38 provinces → letters, column and row of its tile."""

Opens = Callable[[str], str]
"""Code of an area → the address of its own board."""


def outlines(areas: Sequence[BoundaryLine], counts: Mapping[str, Count], opens: Opens) -> SafeString:
    """Areas by their outlines, shaded by their share; without mentees they stay empty."""
    left, top = (min(one.box[side] for one in areas) - SEA for side in (0, 1))
    right, bottom = (max(one.box[side] for one in areas) + SEA for side in (2, 3))
    drawn = [_area(one.code, one.name, counts.get(one.code), opens, format_html(
        '<path class="tile area {}" d="{}"/>', shade(counts.get(one.code)), one.path)) for one in areas]
    moved = format_html('<g transform="translate({} {})">{}</g>', -left, -top,
                        format_html_join("", "{}", ((one,) for one in drawn)))
    said = _("Peta; angkanya ada di tabel")
    return svg.picture([moved], right - left, bottom - top, "figure-map", said, role="group")


def tiles(counts: Mapping[str, Count], names: Mapping[str, str], opens: Opens) -> SafeString:
    """Every province as a square of equal size."""
    parts = [_tile(code, names.get(code, code), counts.get(code), opens) for code in TILES]
    width, height = COLUMNS * (SIDE + GAP), ROWS * (SIDE + GAP)
    said = _("Peta 38 provinsi sebagai kotak; angkanya ada di tabel")
    return svg.picture(parts, width, height, "figure-map", said, role="group")


def shade(count: Count | None) -> str:
    """The class of an area: empty, not reported, or one of five shades."""
    if count is None or not count.population:
        return "tile-empty"
    value = count.share.value
    return "tile-unknown" if value is None else f"tile-{min(int(value * STEPS), STEPS - 1)}"


def _tile(code: str, name: str, count: Count | None, opens: Opens) -> SafeString:
    letters, column, row = TILES[code]
    x, y, look = column * (SIDE + GAP), row * (SIDE + GAP), shade(count)
    written = svg.words((x + SIDE / 2, y + SIDE / 2 + 4), letters, f"tile-name {look}-name", "middle")
    drawn = format_html("{}{}", svg.rect(x, y, SIDE, SIDE, f"tile {look}"), written)
    return _area(code, name, count, opens, drawn)


def _area(code: str, name: str, count: Count | None, opens: Opens, drawn: SafeString) -> SafeString:
    if count is None or not count.population:
        return format_html("<g><title>{}: {}</title>{}</g>", name, _("tidak ada dampingan"), drawn)
    said = f"{name}: {said_count(count)}"
    return format_html('<a href="{}" aria-label="{}"><title>{}</title>{}</a>', opens(code), said, said, drawn)
