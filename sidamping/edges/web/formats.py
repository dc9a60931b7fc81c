"""Numbers, money and dates as people read them: Indonesian form, or English when English is active. Never parses."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.utils import timezone
from django.utils.dateformat import format as django_format

from sidamping.platform.http.language import day_text, reader_language
from sidamping.rules.citing import source_words

EMPTY = "–"


def english() -> bool:
    return reader_language() == "en"


def number(value: int | float | Decimal | str | None, decimals: int | None = None) -> str:
    """1.250 or 1,250; decimals as they are unless asked for; an empty value is a dash, zero is 0."""
    if value is None or value == "":
        return EMPTY
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        exact = round(exact, decimals)
    sign = "−" if exact < 0 else ""
    text = f"{abs(exact):,f}"
    return sign + (text if english() else text.translate(str.maketrans(",.", ".,")))


def rupiah(value: int | Fraction | str | None) -> str:
    """Rp1.250.000, a mean to the nearest rupiah; a negative amount carries its sign before Rp."""
    if value is None or value == "":
        return EMPTY
    text = number(round(value) if isinstance(value, Fraction) else value)
    return f"−Rp{text[1:]}" if text.startswith("−") else f"Rp{text}"


def day(value: date | datetime | None) -> str:
    """21 Nov 2026."""
    return day_text(_local(value)) if value else EMPTY


def long_day(value: date | datetime | None) -> str:
    """Sabtu, 21 November 2026."""
    return django_format(_local(value), "l, j F Y") if value else EMPTY


def month(value: object) -> str:
    """November 2026, from a date, a text '2026-11' or anything with year and month."""
    if not value:
        return EMPTY
    if isinstance(value, str):
        year, _, number_of_month = value.partition("-")
        first = date(int(year), int(number_of_month[:2]), 1)
    else:
        first = date(value.year, value.month, 1)  # type: ignore[attr-defined]  # a date or a Month
    return django_format(first, "F Y")


def clock(value: time | datetime | str | None) -> str:
    """14.05 in Indonesian, 14:05 in English."""
    if value is None or isinstance(value, str):
        return EMPTY
    here = _local(value) if isinstance(value, datetime) else value
    return here.strftime("%H:%M" if english() else "%H.%M")


def moment(value: datetime | None) -> str:
    """21 Nov 2026 14.05."""
    return f"{day(value)} {clock(value)}" if value else EMPTY


def source(cite: str) -> str:
    """A citation in the words of its source: its number or title, and what stands there."""
    return source_words(cite, "en" if english() else "id") or cite


def short_id(value: UUID | str) -> str:
    """The last eight characters of an id, for support."""
    return str(value)[-8:]


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
