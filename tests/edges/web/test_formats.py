"""Numbers, money and dates as people read them (product 'Feel')."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation

from sidamping.domain.periods import Month
from sidamping.edges.web import formats

CASES = [
    (formats.rupiah, 1250000, "Rp1.250.000", "Rp1,250,000"),
    (formats.rupiah, 0, "Rp0", "Rp0"),
    (formats.rupiah, -500, "−Rp500", "−Rp500"),
    (formats.rupiah, Fraction(10_000_000, 3), "Rp3.333.333", "Rp3,333,333"),
    (formats.rupiah, None, "–", "–"),
    (formats.number, Decimal("12345.5"), "12.345,5", "12,345.5"),
    (formats.number, 0, "0", "0"),
    (formats.day, date(2026, 8, 1), "1 Agu 2026", "1 Aug 2026"),
    (formats.long_day, date(2026, 11, 21), "Sabtu, 21 November 2026", "Saturday, 21 November 2026"),
    (formats.month, "2026-10", "Oktober 2026", "October 2026"),
    (formats.month, Month(2026, 5), "Mei 2026", "May 2026"),
    (formats.month, date(2026, 12, 31), "Desember 2026", "December 2026"),
    (formats.clock, time(14, 5), "14.05", "14:05"),
    (formats.moment, datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "22 Nov 2026 07.30", "22 Nov 2026 07:30"),
    (formats.day, None, "–", "–"),
    (formats.source, "modul-k64spk14-035-2#D.4.b",
     "K.64SPK14.035.2 (Desember 2025) – Prosedur pelaporan - berkala, akhir, dokumentasi",
     "K.64SPK14.035.2 (Desember 2025) – Prosedur pelaporan - berkala, akhir, dokumentasi"),
    (formats.source, "nowhere#1", "nowhere#1", "nowhere#1"),
]


@pytest.mark.parametrize(("show", "value", "indonesian", "english"), CASES)
def test_values_read_as_indonesians_write_them_and_in_english_when_chosen(show, value, indonesian, english):
    with translation.override("id"):
        assert show(value) == indonesian
    with translation.override("en"):
        assert show(value) == english
