"""Counts, days, indicators and groups in the reader's words, as pages, papers and letters of a board say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.money import grouped
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.groups import MEASURED, MENTOR
from sidamping.platform.http.language import day_text, reader_language
from sidamping.rules.indicators import Indicator

FINE = 1000
"""From so many on a share is told with two decimals, below with one."""


@dataclass(frozen=True)
class Described:
    """An indicator in the reader's language."""

    code: str
    title: str
    numerator: str
    denominator: str
    origin: str
    status: str
    cite: str
    version: str


def described(one: Indicator) -> Described:
    language = reader_language()
    return Described(
        one.code, one.title.text(language), one.numerator.text(language), one.denominator.text(language),
        one.origin.text(language), one.status, one.cite, one.version,
    )


def counted(number: int) -> str:
    """'1.296', or '1,296' in English."""
    return f"{number:,}" if reader_language() == "en" else grouped(number)


def signed(figure: str) -> str:
    """A decimal figure with its percent sign: '31,1 %', or '31.1%' in English."""
    return f"{figure}%" if reader_language() == "en" else f"{figure} %".replace(".", ",")


def percent(share: Share) -> str:
    """'31,07 %' of large wholes, '31,1 %' of small ones, '31.1%' in English; '–' of nothing. Rounded here alone."""
    value = share.percent
    if value is None:
        return "–"
    step = Decimal("0.01" if share.whole >= FINE else "0.1")
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return signed(str(exact.quantize(step, ROUND_HALF_UP)))


def day_words(month: Month, on: date) -> str:
    """The day a board tells of: the month's end, or today with the word that the month still runs."""
    return day_text(month.end) if month.end < on else _said_running(day_text(on), month, on)


def month_words(month: Month, on: date) -> str:
    """'November 2026', with the word that it still runs."""
    return _said_running(month.label(reader_language()), month, on)


def _said_running(text: str, month: Month, on: date) -> str:
    return _("%(text)s (bulan berjalan)") % {"text": text} if month == Month.of(on) else text


def group_words() -> dict[str, str]:
    """What a group of indicators is called."""
    return {
        "compliance": _("Kepatuhan"), "intensity": _("Intensitas"), "outcome": _("Keberhasilan"),
        "papers": _("Laporan"), "health": _("Kesehatan koperasi"), "pipeline": _("Kelulusan"),
        "profile": _("Profil peserta"),
    }


def by_words() -> dict[str, str]:
    """What a comparison may be made by."""
    return {"regency": _("Kabupaten/kota"), "province": _("Provinsi"), "cohort": _("Angkatan"),
            "programme": _("Program"), MENTOR: _("Pendamping")}


def pivot_words(names: Sequence[str]) -> dict[str, str]:
    """What the sides of a pivot may be."""
    known = by_words() | {
        "sector": _("Sektor"), "technology": _("Kecakapan teknologi"), "intensity": _("Intensitas"),
        "health": _("Kesehatan koperasi"), "month": _("Bulan"),
    }
    return {name: known[name] for name in names}


def group_word(by: str, key: str, named: Mapping[str, str]) -> str:
    """What a group is called; those who stand in none by what they lack."""
    if key:
        return named.get(key, key)
    if by in MEASURED:  # a cooperative is asked for no sector, a business for no predicate
        return _("Belum dilaporkan atau tidak ditanyakan")
    return {"cohort": _("Tanpa angkatan"), MENTOR: _("Tanpa pendamping")}.get(by, _("Tanpa kelompok"))
