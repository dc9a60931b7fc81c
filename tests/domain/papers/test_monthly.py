"""The work plan, the journal and the activity report are composed from what was recorded, row by row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sidamping.domain.papers import canonical, frame, monthly
from sidamping.domain.papers.facts import Records
from tests.domain.papers.tables import OCTOBER, RECORDS, SUBJECT, layout, printed, uid


def test_the_activity_report_keeps_one_row_per_activity_and_place() -> None:
    form = layout("lap-kegiatan", "no kind place time volume target cost problems suggestions")
    paper = monthly.activity_report(form, OCTOBER, SUBJECT, RECORDS, {})
    assert printed(paper.content) == [
        "1 | Kunjungan pembukuan | Bolok | 5, 19 Okt 2026 | 2 | Pengurus | Rp75.000 | Nota hilang |"
        " Simpan nota di map; Tutup buku tiap Jumat",
        "2 | Penyuluhan anggota | Tablolong | 12 Okt 2026 | 1 | Anggota | — |  | ",
    ]
    assert paper.missing == ()


def test_every_row_names_the_visits_it_came_from() -> None:
    form = layout("lap-kegiatan", "no kind volume")
    content = monthly.activity_report(form, OCTOBER, SUBJECT, RECORDS, {}).content
    assert content["sections"][0]["rows"][0]["sources"] == [str(uid(1)), str(uid(2))]
    assert frame.sources_of(content) == sorted(str(uid(number)) for number in (1, 2, 3))


def test_the_journal_has_a_row_per_visit_in_order_of_day() -> None:
    form = layout("jurnal-kerja", "no day place activity material result")
    paper = monthly.journal(form, OCTOBER, SUBJECT, RECORDS, {})
    assert printed(paper.content) == [
        "1 | Senin, 5 Okt 2026, 09.00–10.30 | Bolok | Kunjungan pembukuan | Buku kas | Buku kas terisi",
        "2 | Senin, 12 Okt 2026, 14.00–15.00 | Tablolong | Penyuluhan anggota | Simpanan | 12 anggota hadir",
        "3 | Senin, 19 Okt 2026, 09.00–11.00 | Bolok | Kunjungan pembukuan | Buku kas | Saldo cocok",
    ]


def test_the_work_plan_has_a_row_per_planned_activity() -> None:
    form = layout("rencana-kerja", "no concern activity purpose target method place time")
    paper = monthly.work_plan(form, OCTOBER, SUBJECT, RECORDS, {})
    assert printed(paper.content) == [
        "1 | Nota hilang | Kunjungan pembukuan | Menata buku kas | Pengurus | Praktik | Merah Putih, Bolok |"
        " Senin, 5 Okt 2026, 09.00"
    ]


def test_a_month_without_records_must_be_explained() -> None:
    form = layout("lap-kegiatan", "no kind")
    empty = monthly.activity_report(form, OCTOBER, SUBJECT, Records(), {})
    assert [one.code for one in empty.missing] == ["PAPERS_009"]
    told = monthly.activity_report(form, OCTOBER, SUBJECT, Records(), {"note": "Jalan putus sebulan penuh."})
    assert told.missing == ()
    assert told.content["sections"][1]["paragraphs"] == ["Jalan putus sebulan penuh."]


def test_only_a_narrative_column_can_be_rewritten() -> None:
    form = layout("lap-kegiatan", "no suggestions cost", narrative="suggestions")
    written = {f"{uid(3)}.suggestions": "Ulangi bulan depan", f"{uid(3)}.cost": "Rp1"}
    content = monthly.activity_report(form, OCTOBER, SUBJECT, RECORDS, written).content
    assert printed(content)[1] == "2 | Ulangi bulan depan | —"


def test_the_frame_fills_in_names_places_and_copies() -> None:
    content = monthly.activity_report(layout("lap-kegiatan", "no"), OCTOBER, SUBJECT, RECORDS, {}).content
    assert content["subtitle"] == "PADA KOPERASI Merah Putih Desa Bolok"
    assert content["heading"] == [["Nama TPK", "Ratna Tefa"], ["Bulan", "Oktober 2026"]]
    assert content["copies"][1]["recipient"] == "Kepala Dinas Kabupaten Kupang"
    assert [one["name"] for one in content["signers"]] == ["Ujang Mantap", "Yosef Nubatonis", "Ratna Tefa"]


def test_a_mentee_that_is_no_cooperative_has_no_chair() -> None:
    content = monthly.activity_report(
        layout("lap-kegiatan", "no"), OCTOBER, replace(SUBJECT, chaired=False), RECORDS, {}
    ).content
    assert [one["slot"] for one in content["signers"]] == ["coordinator", "mentor"]
    assert [one["action"] for one in content["steps"]] == ["submitted", "passed", "received"]


def test_equal_content_has_equal_bytes_whatever_the_order_of_keys() -> None:
    expected = b'{"a":["\xc3\xa9"],"b":1}'
    assert canonical.canonical({"b": 1, "a": ["é"]}) == canonical.canonical({"a": ["é"], "b": 1}) == expected
    assert canonical.digest({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical.canonical({"rows": [{"value": 0.5}]})
