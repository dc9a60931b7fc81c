"""The papers as spreadsheets: figures are numbers, words are words, the print setup is the annex's."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from sidamping.features.papers.render.xlsx import xlsx_of
from tests.features.papers import sample_parts, sample_sheets

SHEETS = sample_sheets.all_sheets()


def opened(kind: str) -> Workbook:
    return load_workbook(BytesIO(xlsx_of(SHEETS[kind])))


def cells_of(book: Workbook) -> list[object]:
    return [cell.value for page in book for row in page.iter_rows() for cell in row if cell.value not in (None, "")]


@pytest.mark.parametrize("kind", SHEETS)
def test_a_spreadsheet_has_the_same_bytes_twice_and_no_clock_inside(kind: str) -> None:
    once = xlsx_of(SHEETS[kind])
    assert once == xlsx_of(sample_sheets.all_sheets()[kind])
    with ZipFile(BytesIO(once)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        expected = max((one.at.isoformat()[:10] for one in SHEETS[kind].stamps), default="2026-10-31")
        assert expected in packed.read("docProps/core.xml").decode()


@pytest.mark.parametrize("kind", SHEETS)
def test_a_spreadsheet_holds_every_cell_of_the_content(kind: str) -> None:
    written = cells_of(opened(kind))
    for section in SHEETS[kind].content["sections"]:
        for row in section.get("rows", ()):
            for cell in row["cells"].values():
                assert (cell["value"] if isinstance(cell, dict) else cell) in [*written, ""]
        for paragraph in section.get("paragraphs", ()):
            assert paragraph in written


def test_rupiah_are_numbers_with_a_format() -> None:
    page = opened("lap-perkembangan").worksheets[0]
    row = next(row for row in page.iter_rows() if row[0].value == "Simpanan Pokok")
    assert [cell.value for cell in row[1:4]] == [124_800_000, 1_200_000, 126_000_000]
    assert row[1].number_format.startswith('"Rp"#,##0')
    assert row[1].border.left.style == "thin"


def test_words_of_users_never_become_formulas_or_links() -> None:
    rows = [("=1+1", "+62812", "@SUM(A1)", "https://x.example.id"), ('=HYPERLINK("http://x")', "-1", "{=1}", "'x")]
    section = sample_parts.table("a:A:left: | b:B:left: | c:C:left: | d:D:left:", rows)
    content = sample_parts.content_of("jurnal-kerja", "=2+2", [section], (sample_parts.MENTOR,))
    packed = xlsx_of(sample_parts.sheet_of(content))
    page = load_workbook(BytesIO(packed)).worksheets[0]
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for row in page.iter_rows() for cell in row)
    assert b"<f>" not in ZipFile(BytesIO(packed)).read("xl/worksheets/sheet1.xml")


def test_the_annex_prints_on_a4_one_page_wide_with_its_header_repeated() -> None:
    page = opened("jurnal-kerja").worksheets[0]
    assert page.page_setup.orientation == "landscape"
    assert int(page.page_setup.paperSize) == 9
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    header = next(row[0].row for row in page.iter_rows() if row[0].value == "No")
    assert page.print_title_rows == f"${header}:${header}"
    assert "031/JK-TPK/53.01/XI/2026" in page.oddFooter.left.text
    assert SHEETS["jurnal-kerja"].sha256 in page.oddFooter.left.text


def test_letterhead_title_signatures_copies_and_check_address_are_there() -> None:
    written = cells_of(opened("lap-perkembangan"))
    for words in (
        "SEKRETARIAT PENDAMPING KOPERASI DESA MANDIRI ANGGUR MERAH",
        "LAPORAN BULANAN PERKEMBANGAN KOPERASI DAMPINGAN",
        "Mengetahui,",
        "Ketua Koperasi",
        "(Yosef Nubatonis, S.E.)",
        "NIP. 19750512 200312 1 004",
        "Disetujui secara elektronik\n7 November 2026, 09.03 WITA",
        "Kupang, 5 November 2026",
        "Rangkap 3: Arsip petugas TPK",
        "Periksa keaslian: https://sidamping.nttprov.go.id/cek/h7Qm2xW9rT4kLd8sVb3nYc6p/",
    ):
        assert words in written


def test_several_tables_and_the_photos_have_worksheets_of_their_own() -> None:
    book = opened("lap-tahunan")
    assert book.sheetnames == [
        "LAPORAN TAHUNAN TPK",
        "Kegiatan per bulan",
        "Lampiran 1. Data Perkembangan",
        "Lampiran 2. Dokumentasi",
    ]
    assert len(book.worksheets[3]._images) == 4
    assert "Tabel ini ada di lembar “Kegiatan per bulan”." in cells_of(book)


def test_a_draft_says_so_on_each_printed_page() -> None:
    assert "DRAF" in opened("rencana-kerja").worksheets[0].oddHeader.center.text


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    section = sample_parts.table("a:A:left:", [("x" * 40_000,)])
    content = sample_parts.content_of("jurnal-kerja", "JURNAL", [section], ())
    book = load_workbook(BytesIO(xlsx_of(sample_parts.sheet_of(content))))
    assert any(str(words).endswith("x… (teks lengkap ada di PDF)") for words in cells_of(book))
