"""Turnover month by month as bars: the months before the start lighter, a month not told as an empty place."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sidamping.domain.money import rupiah
from sidamping.domain.periods import Month, month_name
from sidamping.features.progress.queries import MonthLine, Standing
from sidamping.platform.http.language import reader_language

WIDTH, HEIGHT, FOOT, HEAD = 340, 170, 22, 18
MOST_MONTHS = 13
SHORT = 3
MILLION, THOUSAND = 1_000_000, 1_000


def chart(standing: Standing) -> SafeString | str:
    """The picture, or nothing while fewer than two months are told."""
    told = [one for one in standing.series if one.turnover is not None]
    if len(told) < 2:
        return ""
    lines = {one.month: one for one in told}
    months = list(_months(told[0].month, told[-1].month))[-MOST_MONTHS:]
    most = max((line.turnover or 0 for month, line in lines.items() if month in months), default=0) or 1
    start, step = Month.of(standing.card.starts), WIDTH / len(months)
    parts = [_bar(lines.get(month), month, step * at, step, most, month < start) for at, month in enumerate(months)]
    said = _("Omzet per bulan; angkanya ada di tabel")
    drawn = format_html_join("", "{}", ((part,) for part in parts))
    box = f"0 0 {WIDTH} {HEIGHT}"
    return format_html('<svg class="series" viewBox="{}" role="img" aria-label="{}">{}</svg>', box, said, drawn)


def _bar(line: MonthLine | None, month: Month, x: float, step: float, most: int, before: bool) -> SafeString:
    room = HEIGHT - FOOT - HEAD
    tall = round((line.turnover or 0) / most * room, 1) if line else 0
    look = "series-none" if line is None else "series-before" if before else "series-bar"
    top, tall = (HEIGHT - FOOT - 3, 3) if line is None else (HEIGHT - FOOT - max(tall, 1), max(tall, 1))
    words = month_name(month.month, reader_language())[:SHORT]
    middle = round(x + step / 2, 1)
    title = f"{month.label(reader_language())}: {rupiah(line.turnover or 0) if line else _('belum dilaporkan')}"
    return format_html(
        '<g><title>{}</title><rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>'
        '<text class="series-figure" x="{}" y="{}" text-anchor="middle">{}</text>'
        '<text class="series-month" x="{}" y="{}" text-anchor="middle">{}</text></g>',
        title, look, round(x + step * 0.14, 1), round(top, 1), round(step * 0.72, 1), tall,
        middle, round(top - 4, 1), _short(line.turnover or 0) if line else "?", middle, HEIGHT - 6, words,
    )  # fmt: skip


def _short(amount: int) -> str:
    """1250000 → '1,3 jt'; 850000 → '850 rb'."""
    if amount >= MILLION:
        return f"{amount / MILLION:.1f}".replace(".", ",").removesuffix(",0") + " " + _("jt")
    return f"{amount // THOUSAND} " + _("rb") if amount else "0"


def _months(first: Month, last: Month) -> Iterator[Month]:
    month = first
    while month <= last:
        yield month
        month = month.next
