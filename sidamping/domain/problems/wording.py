"""How values stand in a message: days as people write them, everything else as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def worded(values: Mapping[str, object], language: str) -> dict[str, object]:
    """The values with every day as '5 Nov 2026'."""
    months = MONTHS["en" if language.startswith("en") else "id"]
    return {name: _day(value, months) if _is_day(value) else value for name, value in values.items()}


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _day(value: object, months: tuple[str, ...]) -> str:
    assert isinstance(value, date)
    return f"{value.day} {months[value.month - 1]} {value.year}"
