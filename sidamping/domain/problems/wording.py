"""How values stand in a message: days, moments and months as people write them, everything else as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sidamping.domain.periods import Month

MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def worded(values: Mapping[str, object], language: str) -> dict[str, object]:
    """The values with every day as '5 Nov 2026', every moment as '5 Nov 2026 14.05' on the clock it was given in, every
    month as 'November 2026'; several of them follow each other."""
    key = "en" if language.startswith("en") else "id"
    return {name: _said(value, key) for name, value in values.items()}


def _said(value: object, key: str) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_said(one, key)) for one in value)
    if isinstance(value, Month):
        return value.label(key)
    return _day(value, key) if isinstance(value, date) else value


def _day(value: date, key: str) -> str:
    said = f"{value.day} {MONTHS[key][value.month - 1]} {value.year}"
    if not isinstance(value, datetime):
        return said
    return f"{said} {value:%H:%M}" if key == "en" else f"{said} {value:%H.%M}"
