"""Pictures of an indicator as SVG without styles: its year as a line, its share as a bar. A table says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sidamping.domain.indicators.counts import Count
from sidamping.domain.periods import Month, month_name
from sidamping.features.indicators.queries.words import counted, month_words, percent
from sidamping.platform.http import svg
from sidamping.platform.http.language import reader_language

WIDTH, HEIGHT, LEFT, HEAD, FOOT = 360.0, 170.0, 44.0, 12.0, 22.0


def year(series: Sequence[tuple[Month, Count]], on: date) -> SafeString:
    """The share month by month; a month nobody reported interrupts the line, the one that runs is dashed."""
    room = WIDTH - LEFT - 10
    at = {month: LEFT + room * place / max(len(series) - 1, 1) for place, (month, _count) in enumerate(series)}
    parts = [*_scale(), *_names(at)]
    for run in _runs(series):
        points = [(at[month], _height(count)) for month, count in run]
        whole = len(points) - (run[-1][0] == Month.of(on))
        if whole:
            parts.append(svg.shape(points[:whole], "figure-line", closed=False))
        if 0 < whole < len(points):
            parts.append(svg.shape(points[whole - 1 :], "figure-line figure-line-running", closed=False))
        parts += [_dot(point, month_words(month, on), count) for point, (month, count) in zip(points, run, strict=True)]
    return svg.picture(parts, WIDTH, HEIGHT, "figure-year", _("Bulan demi bulan; angkanya ada di tabel"))


def bar(count: Count) -> SafeString:
    """The numerator within those reported within all; the words beside it say the same."""
    share = {look: 100.0 * told / count.population if count.population else 0.0 for look, told in (
        ("figure-bar-base", count.population), ("figure-bar-told", count.whole), ("figure-bar-part", count.part))}
    return svg.stretched((svg.rect(0, 0, width, 10, look) for look, width in share.items() if width), "figure-bar")


def said_count(count: Count) -> str:
    """'3 / 10 = 30,0 %', or that nobody reported."""
    if not count.whole:
        return _("belum dilaporkan")
    return f"{counted(count.part)} / {counted(count.whole)} = {percent(count.share)}"


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


def _dot(point: svg.Point, month: str, count: Count) -> SafeString:
    said = f"{month}: {said_count(count)}"
    return format_html("<g><title>{}</title>{}</g>", said, svg.circle(point, 3.5, "figure-dot"))
