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
