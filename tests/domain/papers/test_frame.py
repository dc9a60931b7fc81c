"""What stands above a paper is said once: the regency by its own name, the month in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sidamping.domain.papers import frame
from tests.domain.papers.tables import OCTOBER, SUBJECT, layout

ANNEX = "PADA KOPERASI {mentee} Desa {village} Kec {district} Kab/Kota {regency}"


@pytest.mark.parametrize(("name", "printed"), [
    ("Kabupaten Kupang", "Kec Kupang Barat Kabupaten Kupang"),
    ("Kota Kupang", "Kec Kupang Barat Kota Kupang"),
    ("Kupang", "Kec Kupang Barat Kab/Kota Kupang"),
])  # fmt: skip
def test_the_regency_is_printed_by_its_own_name(name: str, printed: str) -> None:
    subject = replace(SUBJECT, district="Kupang Barat", regency=name)
    assert frame.filled(ANNEX, subject, OCTOBER).endswith(printed)


def test_the_month_of_a_heading_is_not_printed_as_subtitle_too() -> None:
    form = replace(layout("lap-x", "no"), subtitle="Laporan Bulan : {period}", heading=(("period", "Laporan Bulan"),))
    content = frame.frame(form, OCTOBER, SUBJECT, [], [])
    assert (content["subtitle"], content["heading"]) == ("", [["Laporan Bulan", "Oktober 2026"]])
    other = frame.frame(replace(form, heading=(("mentee", "Nama Koperasi"),)), OCTOBER, SUBJECT, [], [])
    assert other["subtitle"] == "Laporan Bulan : Oktober 2026"


def test_a_cost_nobody_reported_is_a_dash_and_a_part_of_it_is_said() -> None:
    assert frame.spent([None, None]) == {"text": "—", "value": None}
    assert frame.spent([0, 0]) == {"text": "Rp0", "value": 0}
    assert frame.spent([25_000, None]) == {"text": "Rp25.000 (belum semua dilaporkan)", "value": 25_000}
    assert frame.spent([25_000, 50_000]) == {"text": "Rp75.000", "value": 75_000}
