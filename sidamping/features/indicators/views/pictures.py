"""Pictures of an indicator as SVG without styles: its year as a line, the provinces as tiles. A table says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sidamping.domain.indicators.counts import Count
from sidamping.domain.periods import Month, month_name
from sidamping.features.indicators.queries.words import percent
from sidamping.platform.http import svg
from sidamping.platform.http.language import reader_language

WIDTH, HEIGHT, LEFT, HEAD, FOOT = 360.0, 170.0, 34.0, 12.0, 22.0
SIDE, GAP, COLUMNS, ROWS = 24.0, 2.0, 14, 7
STEPS = 5
"""Shades of the map: a fifth of a hundred each."""
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


def year(series: Sequence[tuple[Month, Count]]) -> SafeString:
    """The share month by month; a month in which nothing is reported interrupts the line."""
    room = WIDTH - LEFT - 10
    at = {month: LEFT + room * place / max(len(series) - 1, 1) for place, (month, _count) in enumerate(series)}
    parts = [*_scale(), *_names(at)]
    for run in _runs(series):
        points = [(at[month], _height(count)) for month, count in run]
        parts.append(svg.shape(points, "figure-line", closed=False))
        parts += [_dot(point, month, count) for point, (month, count) in zip(points, run, strict=True)]
    return svg.picture(parts, WIDTH, HEIGHT, "figure-year", _("Dua belas bulan; angkanya ada di tabel"))


def bar(count: Count) -> SafeString:
    """The numerator within those reported within all; the words beside it say the same."""
    share = {look: 100.0 * told / count.population if count.population else 0.0 for look, told in (
        ("figure-bar-base", count.population), ("figure-bar-told", count.whole), ("figure-bar-part", count.part))}
    return svg.stretched((svg.rect(0, 0, width, 10, look) for look, width in share.items() if width), "figure-bar")


def tiles(provinces: Mapping[str, Count], names: Mapping[str, str]) -> SafeString:
    """Every province as a square of equal size, shaded by its share; without mentees it stays empty."""
    parts = [_tile(code, provinces.get(code), names.get(code, code)) for code in TILES]
    width, height = COLUMNS * (SIDE + GAP), ROWS * (SIDE + GAP)
    return svg.picture(parts, width, height, "figure-map", _("Peta 38 provinsi sebagai kotak; angkanya ada di tabel"))


def shade(count: Count | None) -> str:
    """The class of a tile: empty, not reported, or one of five shades."""
    if count is None or not count.population:
        return "tile-empty"
    value = count.share.value
    return "tile-unknown" if value is None else f"tile-{min(int(value * STEPS), STEPS - 1)}"


def _tile(code: str, count: Count | None, name: str) -> SafeString:
    letters, column, row = TILES[code]
    x, y = column * (SIDE + GAP), row * (SIDE + GAP)
    said = f"{name}: {_('tidak ada dampingan')}" if count is None else f"{name}: {_said(count)}"
    look = shade(count)
    return format_html(
        "<g><title>{}</title>{}{}</g>", said, svg.rect(x, y, SIDE, SIDE, f"tile {look}"),
        svg.words((x + SIDE / 2, y + SIDE / 2 + 4), letters, f"tile-name {look}-name", "middle"),
    )


def _said(count: Count) -> str:
    if not count.whole:
        return _("belum dilaporkan")
    return f"{count.part} / {count.whole} = {percent(count.share)}"


def _runs(series: Sequence[tuple[Month, Count]]) -> Iterator[list[tuple[Month, Count]]]:
    """The months that are reported, as runs without a gap."""
    run: list[tuple[Month, Count]] = []
    for month, count in series:
        if count.whole:
            run.append((month, count))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _height(count: Count) -> float:
    return HEAD + (HEIGHT - HEAD - FOOT) * (1 - float(count.share.value or 0))


def _scale() -> Iterator[SafeString]:
    for share in (0, 50, 100):
        y = HEAD + (HEIGHT - HEAD - FOOT) * (1 - share / 100)
        yield svg.line((LEFT, y), (WIDTH, y), "figure-grid")
        yield svg.words((LEFT - 4, y + 4), f"{share} %", "figure-word", "end")


def _names(at: Mapping[Month, float]) -> Iterator[SafeString]:
    """Every other month by name, so that they stand apart on a phone."""
    for place, (month, x) in enumerate(reversed(list(at.items()))):
        if place % 2 == 0:
            yield svg.words((x, HEIGHT - 6), month_name(month.month, reader_language())[:3], "figure-word", "middle")


def _dot(point: svg.Point, month: Month, count: Count) -> SafeString:
    said = f"{month.label(reader_language())}: {_said(count)}"
    return format_html("<g><title>{}</title>{}</g>", said, svg.circle(point, 3.5, "figure-dot"))
