"""Elements of a picture as safe text: numbers are shortened, words escaped, looks come from classes alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Point = tuple[float, float]


def number(value: float) -> str:
    """At most two decimals, never in the reader's notation."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, look: str) -> SafeString:
    sides = map(number, (x, y, width, height))
    return format_html('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', look, *sides)


def line(start: Point, end: Point, look: str) -> SafeString:
    ends = map(number, (*start, *end))
    return format_html('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>', look, *ends)


def shape(points: Iterable[Point], look: str, *, closed: bool = True) -> SafeString:
    """A polygon, or an open line through the points."""
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return format_html('<{} class="{}" points="{}"/>', "polygon" if closed else "polyline", look, listed)


def circle(at: Point, radius: float, look: str) -> SafeString:
    return format_html('<circle class="{}" cx="{}" cy="{}" r="{}"/>', look, *map(number, (*at, radius)))


def words(at: Point, text: str, look: str = "", anchor: str = "start") -> SafeString:
    """Words at a point; `anchor`: start, middle or end."""
    x, y = map(number, at)
    return format_html('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>', look, x, y, anchor, text)


def picture(
    parts: Iterable[SafeString], width: float, height: float, look: str, said: str, *, role: str = "img"
) -> SafeString:
    """A picture that scales with its place; `said` names it for whoever cannot see it. With links in it: a group."""
    drawn = format_html_join("", "{}", ((part,) for part in parts))
    box = f"0 0 {number(width)} {number(height)}"
    return format_html('<svg class="{}" viewBox="{}" role="{}" aria-label="{}">{}</svg>', look, box, role, said, drawn)


def stretched(parts: Iterable[SafeString], look: str) -> SafeString:
    """A bar 100 wide and 10 high, as long as its cell; the words beside it say the same, so readers skip it."""
    drawn = format_html_join("", "{}", ((part,) for part in parts))
    head = '<svg class="{}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    return format_html(head, look, drawn)
