"""From the logbook to the printed file: what Ratna recorded stands in the PDF and XLSX of the frozen paper (E17)."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from sidamping.features.papers.queries.printing import sheet_of
from sidamping.features.papers.render.pdf import pdf_of
from sidamping.features.papers.render.sheet import Sheet
from sidamping.features.papers.render.xlsx import xlsx_of
from tests import people
from tests.features.papers import desk
from tests.people import Cast

KINDS = ("rencana-kerja", "jurnal-kerja", "lap-kegiatan", "lap-perkembangan", "lap-tahunan")


def sheet(cast: Cast, paper: UUID) -> Sheet:
    found = sheet_of(people.look(cast.ratna), paper)
    assert found is not None
    return found


def pages_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_passed_report_prints_the_visit_its_number_stamps_and_hash(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12), activity="Pembenahan buku kas")
    desk.visit(cast, date(2026, 10, 19), activity="Persiapan RAT", cost=75_000)
    printed = sheet(cast, desk.passed(cast, desk.submitted(cast)))
    words = pages_of(pdf_of(printed))
    for line in ("Pembenahan buku kas", "12 Okt 2026", "Persiapan RAT", "19 Okt 2026", "Rp75.000", "Catat tiap hari"):
        assert line in words
    for line in ("001/LBK/TPK-NTT/53.01/X/2026", "Disetujui secara elektronik", "5 November 2026", printed.sha256):
        assert line in words
    assert f"/cek/{printed.check_url.rstrip('/').rsplit('/', 1)[1]}" in words


def test_the_spreadsheet_of_the_report_holds_the_costs_as_numbers(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12), cost=125_000)
    book = load_workbook(BytesIO(xlsx_of(sheet(cast, desk.submitted(cast)))))
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert 125_000 in values
    assert "Pembenahan buku kas" in values


def test_a_later_visit_changes_no_byte_of_a_frozen_paper(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    before = sheet(cast, paper)
    desk.visit(cast, date(2026, 10, 26), activity="Kunjungan yang dicatat kemudian")
    after = sheet(cast, paper)
    assert pdf_of(after) == pdf_of(before)
    assert xlsx_of(after) == xlsx_of(before)


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_of_every_kind_prints_as_draft_without_number(cast: Cast, kind: str) -> None:
    desk.visit(cast, date(2026, 10, 12))
    period = "2026" if kind == "lap-tahunan" else desk.OCTOBER
    draft = sheet(cast, desk.opened(cast, kind, period))
    assert "Belum bernomor" in pages_of(pdf_of(draft))
    assert load_workbook(BytesIO(xlsx_of(draft))).worksheets


def test_a_stranger_gets_nothing_to_print(cast: Cast) -> None:
    assert sheet_of(people.look(cast.maria), desk.opened(cast)) is None
