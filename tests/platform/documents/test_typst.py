"""PDF files: the same bytes for the same input, PDF/A-2a, words of users never read as markup, bounded time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sidamping.domain.problems import Refused
from sidamping.platform.documents import typst
from sidamping.platform.documents.typst import compile_pdf

LETTER = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: auto)
#set text(font: "Noto Sans", lang: "id")
#title(d.title)
#d.words
#strong(d.words) #emph(d.words)
"""
INJECTION = '#eval("1+1") *tebal* $x^2$ <label> @ref \\u{41} #image("/etc/passwd") // /* `kode` --- "kutip"'


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    template = tmp_path / "letter.typ"
    template.write_text(LETTER)
    return template


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_same_input_gives_the_same_bytes(letter: Path) -> None:
    data = {"title": "Laporan", "words": "Buku kas tersusun"}
    assert compile_pdf(letter, data) == compile_pdf(letter, dict(reversed(data.items())))


def test_two_processes_give_the_same_bytes(letter: Path) -> None:
    data = {"title": "Laporan", "words": "Buku kas tersusun"}
    script = (
        "import hashlib, sys; from sidamping.platform.documents.typst import compile_pdf;"
        f"print(hashlib.sha256(compile_pdf({str(letter)!r}, {data!r})).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"}
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert other.stdout.strip() == hashlib.sha256(compile_pdf(letter, data)).hexdigest()


def test_a_file_is_a_tagged_pdf_a_2a_in_indonesian(letter: Path) -> None:
    reader = PdfReader(BytesIO(compile_pdf(letter, {"title": "Laporan TPK", "words": "isi"})))
    root = reader.trailer["/Root"]
    declared = root["/Metadata"].get_object().get_data()
    assert b"<pdfaid:part>2</pdfaid:part>" in declared
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in declared
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "id"
    assert reader.metadata.title == "Laporan TPK"


def test_only_the_bundled_fonts_are_embedded(letter: Path) -> None:
    reader = PdfReader(BytesIO(compile_pdf(letter, {"title": "A", "words": "isi"})))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts}
    assert {name.split("-Identity")[0] for name in names} == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"}


def test_words_of_users_are_printed_and_never_run(letter: Path) -> None:
    printed = words_of(compile_pdf(letter, {"title": "A", "words": INJECTION})).replace("\n", " ")
    for part in ('#eval("1+1")', "*tebal*", "$x^2$", "<label>", "\\u{41}", "#image(", "`kode`", "---"):
        assert part in printed


def test_a_letter_without_a_glyph_is_refused_by_name(letter: Path) -> None:
    with pytest.raises(Refused) as refused:
        compile_pdf(letter, {"title": "A", "words": "漢"})
    assert refused.value.codes == ["DOCUMENTS_001"]
    assert "漢" in str(refused.value)


def test_a_font_that_is_not_bundled_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "foreign.typ"
    template.write_text('#set text(font: ("DejaVu Sans", "Noto Sans"))\nisi')
    with pytest.raises(Refused) as refused:
        compile_pdf(template, {})
    assert refused.value.codes == ["DOCUMENTS_002"]


def test_a_broken_template_is_refused_and_the_next_paper_prints(letter: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#let x = ")
    with pytest.raises(Refused) as refused:
        compile_pdf(broken, {})
    assert refused.value.codes == ["DOCUMENTS_002"]
    assert compile_pdf(letter, {"title": "A", "words": "isi"}).startswith(b"%PDF")


def test_an_endless_document_is_stopped_and_the_next_paper_prints(letter: Path, tmp_path: Path) -> None:
    endless = tmp_path / "endless.typ"
    endless.write_text("#let sum = 0\n#for a in range(90000) { for b in range(90000) { sum += b } }\n#sum")
    with pytest.raises(Refused) as refused:
        compile_pdf(endless, {}, limit=1)
    assert refused.value.codes == ["DOCUMENTS_003"]
    assert compile_pdf(letter, {"title": "A", "words": "isi"}).startswith(b"%PDF")


def test_the_process_is_renewed_after_many_papers(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst, "PAPERS_PER_PROCESS", 2)
    files = {compile_pdf(letter, {"title": "A", "words": "isi"}) for _ in range(5)}
    assert len(files) == 1


def test_people_who_print_at_once_each_get_their_own_paper(letter: Path) -> None:
    with ThreadPoolExecutor(4) as people:
        papers = list(people.map(lambda no: compile_pdf(letter, {"title": "A", "words": f"isi {no}"}), range(12)))
    assert [f"isi {no}" in words_of(paper) for no, paper in enumerate(papers)] == [True] * 12


@pytest.mark.parametrize("name", ["../x.jpg", "/etc/x.jpg", ".x", "sheet.typ", "a/b.png"])
def test_a_file_name_that_leaves_the_folder_is_an_error(letter: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        compile_pdf(letter, {}, {name: b""})
