"""Words of printed papers: days, lists of days, amounts and joined remarks, in the Indonesian of the annexes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
NO_DATA = "tidak ada data"
NOT_REPORTED = "—"


def day(value: date) -> str:
    """'5 Okt 2026'."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """'Senin, 5 Okt 2026'."""
    return f"{DAYS[value.weekday()]}, {day(value)}"


def days(values: Iterable[date]) -> str:
    """'5, 12 Okt 2026': the days of one month once, several months after one another."""
    months: dict[tuple[int, int], list[int]] = {}
    for value in sorted(set(values)):
        months.setdefault((value.year, value.month), []).append(value.day)
    return "; ".join(
        f"{', '.join(str(number) for number in numbers)} {MONTHS[month - 1]} {year}"
        for (year, month), numbers in months.items()
    )


def hours(starts: time | None, ends: time | None = None) -> str:
    """'09.00–10.30', '09.00' or nothing."""
    return "–".join(f"{moment:%H.%M}" for moment in (starts, ends) if moment)


def joined(texts: Iterable[str], between: str = "; ") -> str:
    """The texts once each, in order, empty ones left out."""
    return between.join(dict.fromkeys(text.strip().rstrip(".;") for text in texts if text.strip()))


def listed(texts: Iterable[str]) -> str:
    """'a, b dan c'."""
    found = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} dan {found[-1]}" if found else ""
