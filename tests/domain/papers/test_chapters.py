"""The annual report and the monitoring report: words proposed from records, tables of the year, annexes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sidamping.domain.papers.facts import Records
from sidamping.domain.papers.layout import Cell
from sidamping.domain.papers.monitoring import monitoring_report
from sidamping.domain.papers.yearly import Closing, annual_report
from tests.domain.papers.tables import LINES, OCTOBER, RECORDS, SUBJECT, YEAR, layout, printed, uid

ANNUAL = (
    Cell("I", "I. Pendahuluan", 1, ""), Cell("1.1", "1.1. Latar belakang", required=True),
    Cell("2.2", "2.2. Pelaksanaan", content="composed", source="visits_by_month"),
    Cell("2.3", "2.3. Hasil Kegiatan", content="composed", source="visit_results"),
    Cell("2.4", "2.4. Kendala dan tindakan", content="composed", source="problems_and_choices"),
    Cell("3.2", "3.2. Rekomendasi", required=True),
    Cell("L1", "1. Data Perkembangan Koperasi", content="composed", source="development_by_month"),
    Cell("L2", "2. Dokumentasi kegiatan", content="composed", source="photos"),
)


def annual(written: dict[str, str] | None = None):
    closings = [Closing(date(2026, 10, 1), uid(51), {"members": 42, "assets": None, "income": 7, "shu": 0})]
    return annual_report(layout("lap-tahunan", cells=ANNUAL), YEAR, SUBJECT, RECORDS, written or {}, closings, LINES)


def test_the_annual_report_carries_the_notes_of_its_format() -> None:
    form = replace(layout("lap-tahunan", cells=ANNUAL), notes=("Belum disahkan RAT",))
    assert annual_report(form, YEAR, SUBJECT, RECORDS, {}, [], LINES).content["notes"] == ["Belum disahkan RAT"]


def test_the_tables_of_the_year_are_composed() -> None:
    content = annual().content
    kinds = "Kunjungan pembukuan; Penyuluhan anggota"
    assert printed(content, "months") == [f"Oktober 2026 | 3 | {kinds} | Rp75.000 (belum semua dilaporkan)"]
    assert printed(content, "obstacles") == [
        "1 | Nota sering hilang | Tidak ada tempat arsip | Membeli map arsip | Nota lengkap sejak Oktober"
    ]
    assert printed(content, "development")[0] == "Jumlah Anggota |  |  |  |  |  |  |  |  |  | 42 |  | "
    assert printed(content, "development")[1] == "Total Asset |  |  |  |  |  |  |  |  |  | tidak ada data |  | "
    photos = next(section for section in content["sections"] if section["type"] == "photos")
    assert photos["items"][0]["attachment"] == str(uid(41))


def test_proposals_come_from_records_and_the_mentor_may_rewrite_them() -> None:
    words = {section["key"]: section.get("paragraphs") for section in annual().content["sections"]}
    assert words["3.2"] == ["Menyusun RAT; Simpan nota di map; Tutup buku tiap Jumat"]
    rewritten = annual({"3.2": "Satu.\n\nDua."}).content["sections"]
    assert next(one for one in rewritten if one["key"] == "3.2")["paragraphs"] == ["Satu.", "Dua."]


def test_a_composed_part_without_records_says_so() -> None:
    cells = (Cell("2.5", "2.5. Evaluasi Proses", content="composed", source="joint_evaluations"),)
    form = layout("lap-tahunan", cells=cells)
    empty = annual_report(form, YEAR, SUBJECT, Records(), {}, [], LINES).content["sections"]
    assert empty[0]["paragraphs"] == ["Tidak ada catatan pada masa ini."]
    told = annual_report(form, YEAR, SUBJECT, RECORDS, {}, [], LINES).content["sections"]
    assert told[0]["paragraphs"] == ["Buku kas rutin. Hujan"] and told[0]["sources"] == [str(uid(31))]


def test_a_required_cell_that_is_emptied_is_missing() -> None:
    assert [(one.code, one.where) for one in annual({"3.2": " "}).missing] == [("PAPERS_004", "narrative.3.2")]


def test_the_monitoring_report_has_four_chapters_with_their_tables() -> None:
    cells = (
        Cell("2.2", "Jadwal kegiatan", content="composed", source="plans"),
        Cell("3.2", "Analisis masalah", content="composed", source="problems_and_choices"),
    )
    content = monitoring_report(layout("monev-usaha-anggota", cells=cells), OCTOBER, SUBJECT, RECORDS, {}).content
    assert printed(content, "schedule")[0] == "1 | Senin, 5 Okt 2026 | Kunjungan pembukuan | Bolok"
    assert printed(content, "problems")[0].startswith("1 | Nota sering hilang | Tidak ada tempat arsip")
