"""The paper formats stand as the annexes print them (Pergub NTT 33/2018; module K.64SPK14.035.2)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.deadlines import due_on
from sidamping.domain.periods import Month, Quarter, Year
from sidamping.rules.books import PaperFormat, due_rule, paper_format, programme
from sidamping.rules.in_force import NotInForce

ON = date(2026, 11, 30)
PRINTED = {
    "rencana-kerja": "No | Masalah/Potensi | Kegiatan | Tujuan Kegiatan | Sasaran | Metode | Lokasi | Waktu",
    "jurnal-kerja": "No | Hari/Tgl | Tempat/Lokasi | Kegiatan | Tujuan Kegiatan | Materi Kegiatan | Hasil/Capaian"
                    " | Keterangan",
    "lap-kegiatan": "No | Jenis Kegiatan | Lokasi | Waktu | Volume (kali) | Sasaran | Biaya | Masalah | Saran",
    "lap-perkembangan": "Uraian | Sampai dengan Bulan lalu | Bulan ini | Sampai dengan Bulan ini | Keterangan",
}
LINES = """
 1 Jumlah Pengurus            people stock
 2 Jumlah Pengawas            people stock
 3 Jumlah Anggota             people stock
 4 Simpanan Pokok             rupiah stock
 5 Simpanan Wajib             rupiah stock
 6 Simpanan Sukarela          rupiah stock
 7 Piutang Anggota            rupiah stock
 8 Piutang Bukan Anggota      rupiah stock
 9 Pemberian Pinjaman         rupiah flow
10 Angsuran Pinjaman          rupiah flow
11 Pendapatan                 rupiah flow
12 Biaya-biaya                rupiah flow
13 Sisa Hasil Usaha           rupiah flow
14 Perkembangan Dana Hibah    rupiah stock
15 Total Asset                rupiah stock
"""
CHAPTERS = """
I. Pendahuluan
  1.1. Latar belakang                               narrative
  1.2. Tujuan                                       narrative
  1.3. Sasaran                                      narrative
  1.4. Hasil yang diharapkan                        narrative
II. Pelaksanaan Pendampingan
  2.1. Persiapan                                    composed
  2.2. Pelaksanaan                                  composed
  2.3. Hasil Kegiatan                               composed
  2.4. Kendala dan tindakan                         composed
  2.5. Evaluasi Proses                              composed
III. Kesimpulan dan Rekomendasi
  3.1. Kesimpulan                                   narrative
  3.2. Rekomendasi Pelaksanaan Pendampingan         narrative
Lampiran-Lampiran
  1. Data Perkembangan Koperasi                     composed
  2. Dokumentasi kegiatan                           composed
"""


def form(name: str) -> PaperFormat:
    return paper_format(name, ON)


@pytest.mark.parametrize("name", PRINTED)
def test_the_columns_are_those_of_the_annex_in_its_order(name: str) -> None:
    assert " | ".join(column.label for column in form(name).columns) == PRINTED[name]


@pytest.mark.parametrize("name", PRINTED)
def test_the_column_widths_fill_the_sheet(name: str) -> None:
    assert sum(int(column.width.rstrip("%")) for column in form(name).columns) == 100


def test_the_development_report_has_the_fifteen_lines_of_the_annex() -> None:
    shown = "\n".join(f"{one.no:2} {one.label.id:26} {one.unit} {one.nature}" for one in form("lap-perkembangan").lines)
    assert shown == LINES.strip("\n")


def test_only_the_surplus_may_be_below_zero() -> None:
    assert [one.code for one in form("lap-perkembangan").lines if one.signed] == ["surplus"]


def test_the_annual_report_has_the_three_chapters_of_the_annex() -> None:
    sections = form("lap-tahunan").sections
    shown = [f"{'  ' if one.level == 2 else ''}{one.heading:{48 if one.level == 2 else 0}}  {one.content}".rstrip()
             for one in sections]
    assert "\n".join(shown) == CHAPTERS.strip("\n")


def test_the_annual_report_says_that_the_members_meeting_has_not_ratified_it() -> None:
    assert [label.id for label in form("lap-tahunan").notes.values()] == ["Belum disahkan RAT"]


def test_the_monitoring_report_has_the_four_parts_of_the_module() -> None:
    heads = [one.heading for one in form("monev-usaha-anggota").sections if one.level == 1]
    assert heads == [
        "1. Pendahuluan",
        "2. Pelaksanaan program pendampingan",
        "3. Hasil monitoring dan evaluasi",
        "4. Kesimpulan dan rekomendasi",
    ]


@pytest.mark.parametrize(
    ("name", "slots"),
    [("rencana-kerja", "coordinator mentor"), ("jurnal-kerja", "coordinator mentor"),
     ("lap-kegiatan", "chair coordinator mentor"), ("lap-perkembangan", "chair coordinator mentor"),
     ("lap-tahunan", "chair coordinator mentor")],
)
def test_reports_are_signed_by_the_stricter_text(name: str, slots: str) -> None:
    assert " ".join(one.slot for one in form(name).signers) == slots


def test_the_chair_of_the_activity_report_may_be_left_out_in_print() -> None:
    assert [one.slot for one in form("lap-kegiatan").signers if one.optional] == ["chair"]


def test_reports_pass_through_chair_coordinator_and_secretariat() -> None:
    for name in ("lap-kegiatan", "lap-perkembangan", "lap-tahunan"):
        assert [(one.action, one.role) for one in form(name).acts] == [
            ("submitted", "mentor"), ("acknowledged", "chair"), ("passed", "coordinator"), ("received", "secretariat"),
        ]


def test_plan_and_journal_end_with_the_coordinator_and_have_no_copies() -> None:
    for name in ("rencana-kerja", "jurnal-kerja"):
        assert [one.action for one in form(name).acts] == ["submitted", "passed"]
        assert form(name).copies == ()


def test_reports_go_out_in_three_copies() -> None:
    assert [(copy.no, copy.recipient) for copy in form("lap-kegiatan").copies] == [
        (1, "Kepala Dinas Koperasi dan UKM Provinsi Nusa Tenggara Timur"),
        (2, "Kepala Dinas yang membidangi Koperasi {regency}"),
        (3, "Arsip Koperasi/Tenaga Pendamping"),
    ]


@pytest.mark.parametrize("name", ["lap-kegiatan", "lap-perkembangan", "jurnal-kerja"])
def test_monthly_papers_are_due_on_the_tenth(name: str) -> None:
    rule, cited = due_rule(form(name), on=Month(2026, 10).end, area="53.01")
    assert due_on(rule, Month(2026, 10)) == date(2026, 11, 10)
    assert cited.path == "rules/R-LAPORAN-TPK/2018-07-23.53.yaml"


def test_the_annual_report_is_due_in_the_first_week_of_january() -> None:
    rule, cited = due_rule(form("lap-tahunan"), on=date(2026, 12, 31), area="53")
    assert due_on(rule, Year(2026)) == date(2027, 1, 7)
    assert cited.cite == "pergub-ntt-33-2018#IV.B.4"


def test_a_deadline_is_never_assumed_outside_the_province() -> None:
    with pytest.raises(NotInForce):
        due_rule(form("lap-kegiatan"), on=ON, area="52.01")


def test_a_number_carries_series_regency_month_and_year() -> None:
    number = form("lap-kegiatan").number.format(seq=7, regency="53.01", roman_month="XI", year=2026)
    assert number == "007/LBK/TPK-NTT/53.01/XI/2026"


def test_each_paper_numbers_its_own_series() -> None:
    names = ("rencana-kerja", "jurnal-kerja", "lap-kegiatan", "lap-perkembangan", "lap-tahunan", "monev-usaha-anggota")
    assert len({form(name).number for name in names}) == len(names)


def test_a_programme_lists_its_papers_in_order() -> None:
    assert programme("tpk-ntt-2018", ON).papers == (
        "rencana-kerja", "jurnal-kerja", "lap-kegiatan", "lap-perkembangan", "lap-tahunan",
    )


def test_before_the_regulation_there_is_no_paper() -> None:
    with pytest.raises(NotInForce):
        paper_format("lap-kegiatan", date(2018, 7, 22))
    assert paper_format("lap-kegiatan", date(2018, 7, 23)).version == "lap-kegiatan/2018-07-23"


@pytest.mark.parametrize("name", ["monev-triwulan-usaha-anggota", "akhir-usaha-anggota"])
def test_a11_quarterly_and_final_reports_keep_the_four_parts_of_the_module(name: str) -> None:
    chapters = [one.heading for one in form("monev-usaha-anggota").sections if one.level == 1]
    assert [one.heading for one in form(name).sections if one.level == 1] == chapters
    assert [one.role for one in form(name).acts] == ["mentor", "chair"]


def test_a_quarterly_report_is_voluntary_and_all_periodic_ones_are_due_alike() -> None:
    kinds = programme("usaha-anggota-ksp", ON).papers
    assert [(one, form(one).cadence, form(one).voluntary) for one in kinds] == [
        ("monev-usaha-anggota", "month", False), ("monev-triwulan-usaha-anggota", "quarter", True),
        ("akhir-usaha-anggota", "course", False),
    ]  # fmt: skip
    rule, cited = due_rule(form(kinds[1]), on=Quarter(2026, 3).end, area="53.01")
    assert (due_on(rule, Quarter(2026, 3)), cited.status) == (date(2026, 10, 10), "contoh")
