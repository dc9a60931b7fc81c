"""The printed papers: all words of the content are in the file, in the annex's arrangement, the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from sidamping.domain.problems import Refused
from sidamping.features.papers.render.pdf import pdf_of
from sidamping.features.papers.render.sheet import Sheet
from tests.features.papers import sample_parts, sample_sheets

SHEETS = sample_sheets.all_sheets()
A4 = (595, 842)


def read(sheet: Sheet) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(sheet)))


def words_of(sheet: Sheet) -> str:
    """The file's words on one line, without the break marks of words too wide for their column."""
    printed = " ".join(page.extract_text() for page in read(sheet).pages)
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b]", "", printed))


def wrapped(words: str, printed: str) -> bool:
    """Whether every word stands in the file in order, wherever its column breaks the line."""
    return re.sub(r"\s", "", words) in re.sub(r"\s", "", printed)


@pytest.mark.parametrize("kind", SHEETS)
def test_every_paper_is_a_tagged_archive_file_in_indonesian(kind: str) -> None:
    reader = read(SHEETS[kind])
    root = reader.trailer["/Root"]
    declared = root["/Metadata"].get_object().get_data()
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in declared
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "id"
    assert reader.metadata.title == f"{SHEETS[kind].content['title']} {SHEETS[kind].content['period']['label']}"


@pytest.mark.parametrize("kind", SHEETS)
def test_a_paper_prints_the_same_bytes_twice(kind: str) -> None:
    assert pdf_of(SHEETS[kind]) == pdf_of(sample_sheets.all_sheets()[kind])


@pytest.mark.parametrize("kind", SHEETS)
def test_the_file_holds_every_cell_of_the_content(kind: str) -> None:
    printed = words_of(SHEETS[kind])
    for section in SHEETS[kind].content["sections"]:
        assert wrapped(section.get("title") or section.get("heading") or "", printed)
        for row in section.get("rows", ()):
            for cell in row["cells"].values():
                assert wrapped(cell["text"] if isinstance(cell, dict) else cell, printed)
        for paragraph in section.get("paragraphs", ()):
            assert wrapped(paragraph.replace("- ", "• "), printed)


def test_the_lines_of_the_logbook_are_in_the_file() -> None:
    printed = words_of(sample_sheets.journal(rows=3))
    for visit in sample_parts.VISITS[1:]:
        for words in visit[:4]:
            assert wrapped(words, printed)


@pytest.mark.parametrize(("kind", "landscape"), [("jurnal-kerja", True), ("lap-perkembangan", False)])
def test_a_wide_annex_lies_on_its_side(kind: str, landscape: bool) -> None:
    page = read(SHEETS[kind]).pages[0].mediabox
    assert (round(page.width), round(page.height)) == (A4[::-1] if landscape else A4)


def test_a_table_of_twelve_months_lies_on_its_side_in_an_upright_paper() -> None:
    pages = read(SHEETS["lap-tahunan"]).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, False, True, False]


def test_each_page_repeats_the_header_row_number_and_place_in_the_paper() -> None:
    pages = [page.extract_text() for page in read(SHEETS["jurnal-kerja"]).pages]
    for place, printed in enumerate(pages, start=1):
        assert f"Halaman {place} dari {len(pages)}" in printed
        assert "031/JK-TPK/53.01/XI/2026" in printed
        assert "/cek/h7Qm2xW9rT4kLd8sVb3nYc6p/" in printed
    assert all("Materi Kegiatan" in printed for printed in pages[:5])


def test_three_signers_stand_left_middle_and_right() -> None:
    printed = words_of(SHEETS["lap-perkembangan"])
    order = [printed.index(name) for name in ("Ujang Mantap", "Yosef Nubatonis, S.E.")]
    assert order == sorted(order)
    assert "NIP. 19750512 200312 1 004" in printed
    assert "Kupang, 5 November 2026" in printed
    assert "Disetujui secara elektronik 7 November 2026, 09.03 WITA" in printed


@pytest.mark.parametrize(
    ("subtitle", "heading", "line"),
    [("", [], 1), ("Bulan : Oktober 2026", [], 0), ("", [["Laporan Bulan", "Oktober 2026"]], 0)],
)
def test_the_period_stands_above_the_table_once(subtitle: str, heading: list[list[str]], line: int) -> None:
    content = sample_parts.content_of("jurnal-kerja", "JURNAL", [], (), subtitle=subtitle, heading=heading)
    printed = words_of(sample_parts.sheet_of(content))
    assert printed.count("Oktober 2026") == 1
    assert printed.count("Bulan: Oktober 2026") == line


def test_a_draft_says_so_across_and_leaves_day_and_stamp_open() -> None:
    printed = words_of(SHEETS["rencana-kerja"])
    assert "DRAF" in printed.replace(" ", "")
    assert "Belum bernomor" in printed
    assert "secara elektronik" not in printed
    assert re.search(r"Kupang, \.{20,} 2026", printed)


def test_a_returned_paper_tells_the_remark() -> None:
    printed = words_of(SHEETS["monev-usaha-anggota"])
    assert "Dikembalikan secara elektronik" in printed
    assert "Tambahkan daftar harga bahan baku." in printed


def test_the_annual_report_says_it_is_not_adopted_yet_on_its_first_page() -> None:
    assert "Belum disahkan RAT" in read(SHEETS["lap-tahunan"]).pages[0].extract_text()


def test_the_copies_are_listed() -> None:
    assert "Rangkap 2: Kepala Dinas Koperasi dan UKM Kabupaten Kupang" in words_of(SHEETS["lap-perkembangan"])


def test_a_picture_that_is_missing_leaves_its_frame_and_caption() -> None:
    printed = words_of(SHEETS["lap-tahunan"])
    assert "Foto tidak tersimpan di berkas ini" in printed
    assert "Gambar 5. Pembenahan buku kas harian, 14 Okt 2026" in printed


def test_a_photo_gives_away_no_place_or_device() -> None:
    photo = sample_parts.picture(1)
    marked = photo[:2] + b"\xff\xe1\x00\x0eExif\x00\x00RAHASIA!"[:16] + photo[2:]
    pictures = {name: marked for name in SHEETS["monev-usaha-anggota"].pictures}
    assert b"RAHASIA" not in pdf_of(replace(SHEETS["monev-usaha-anggota"], pictures=pictures))


def test_a_picture_that_is_none_is_refused_with_its_code() -> None:
    broken = replace(SHEETS["monev-usaha-anggota"], pictures={"00000000-0000-7000-8000-000000000000": b"bukan foto"})
    with pytest.raises(Refused) as refused:
        pdf_of(broken)
    assert refused.value.codes == ["DOCUMENTS_005"]


def test_emoji_long_words_and_markup_of_users_keep_a_paper_printable() -> None:
    hard = "Rapat 😀 #eval(1) *x* $y$ https://koperasi.example.id/" + "a" * 90 + "\nKetidakbertanggungjawaban"
    rows = [("1", hard, hard), ("2", "Panjang sekali. " * 300, "")]
    section = sample_parts.table("no:No:center:4% | a:Satu:left:9% | b:Dua:left:87%", rows)
    content = sample_parts.content_of("jurnal-kerja", hard, [section], (sample_parts.MENTOR,))
    printed = words_of(sample_parts.sheet_of(content))
    assert wrapped("Rapat \ufffd #eval(1) *x* $y$", printed)
    assert wrapped("a" * 90, printed)


def test_an_empty_table_says_so_and_english_words_frame_an_english_copy() -> None:
    section = sample_parts.table("no:No:center:10% | a:Satu:left:", [])
    content = sample_parts.content_of("jurnal-kerja", "JURNAL", [section], ())
    assert "Nihil" in words_of(sample_parts.sheet_of(content))
    english = words_of(sample_parts.sheet_of(content, language="en"))
    assert "None" in english
    assert "Page 1 of 1" in english
