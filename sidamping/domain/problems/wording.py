"""How values stand in a message: days and moments as people write them, everything else as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def worded(values: Mapping[str, object], language: str) -> dict[str, object]:
    """The values with every day as '5 Nov 2026', every moment as '5 Nov 2026 14.05' on the clock it was given in."""
    key = "en" if language.startswith("en") else "id"
    return {name: _day(value, key) if isinstance(value, date) else value for name, value in values.items()}


def _day(value: date, key: str) -> str:
    said = f"{value.day} {MONTHS[key][value.month - 1]} {value.year}"
    if not isinstance(value, datetime):
        return said
    return f"{said} {value:%H:%M}" if key == "en" else f"{said} {value:%H.%M}"
