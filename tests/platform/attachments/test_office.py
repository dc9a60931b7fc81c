"""Office files are told by what is inside: no macro, no bomb, no other thing under the name of a document (B8)."""

from __future__ import annotations

import io
import zipfile
from io import BytesIO
from uuid import uuid4

import pytest
import xlsxwriter
from PIL import Image

from sidamping.domain.problems import Refused
from sidamping.platform.attachments import store
from sidamping.platform.attachments.documents import Document
from sidamping.platform.attachments.office import DOCX, XLSX, read_file
from sidamping.platform.attachments.pictures import Picture

WORD = f'<Types><Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/></Types>'


def package(**parts: str) -> bytes:
    """A package with the parts; '__' stands for '/', 'types' is the list of contents."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr("[Content_Types].xml" if name == "types" else name.replace("__", "/"), text)
    return out.getvalue()


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Buku").write(0, 0, "Kas")
    return out.getvalue()


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4), "teal").save(out, "PNG")
    return out.getvalue()


def test_each_kind_of_file_is_known_by_its_content_and_not_by_its_name() -> None:
    word, sheet = read_file("a.jpg", package(types=WORD)), read_file("a.docx", workbook())
    assert isinstance(word, Document) and word.media_type == DOCX
    assert isinstance(sheet, Document) and sheet.media_type == XLSX
    assert isinstance(read_file("a.pdf", picture()), Picture)
    pdf = read_file("a.xlsx", b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF")
    assert isinstance(pdf, Document) and pdf.media_type == "application/pdf"


@pytest.mark.parametrize(("content", "code"), [
    (b"", "FILES_004"), (b"halo", "FILES_007"), (b"PK\x03\x04 bukan zip", "FILES_007"),
    (package(types="<Types/>"), "FILES_007"), (package(word__document="x"), "FILES_007"),
    (package(types=WORD, **{"word__vbaProject.bin": "x"}), "FILES_008"),
    (package(types=WORD.replace("document.main+xml", "document.macroEnabled.main+xml")), "FILES_007"),
])  # fmt: skip
def test_what_is_no_sound_document_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_file("surat.docx", content)
    assert refused.value.codes == [code]


def test_a_package_that_unfolds_to_gigabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sidamping.platform.attachments.office.MOST_UNFOLDED", 10)
    with pytest.raises(Refused) as refused:
        read_file("a.docx", package(types=WORD))
    assert refused.value.codes == ["FILES_007"]


def test_the_same_bytes_come_back(db: None) -> None:
    subject = uuid4()
    for content in (package(types=WORD), workbook()):
        kept, new = store.keep_file(read_file("berkas.docx", content), subject=subject, by=None)
        again, twice = store.keep_file(read_file("lain.docx", content), subject=subject, by=None)
        assert (new, twice, again.id) == (True, False, kept.id)
        assert store.bytes_of(kept) == content
    assert len(store.files_of(subject)) == 2
    assert store.file_of(kept.id, subject) == kept and store.file_of(kept.id, uuid4()) is None
