"""Workbooks: what comes back from a cell, which files are refused, and that data never becomes a formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter
from openpyxl import load_workbook

from sidamping.domain.problems import Refused
from sidamping.platform.xlsx import read
from sidamping.platform.xlsx.cells import parse_day, read_cell
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.read import read_table
from sidamping.platform.xlsx.template import write_template
from sidamping.platform.xlsx.write import Table, write_book

COLUMNS = (
    Column("name", "Nama", required=True), Column("nik", "NIK", Kind.CODE), Column("born", "Tanggal lahir", Kind.DATE),
)


def workbook(*rows: tuple[object, ...]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


@pytest.mark.parametrize(("text", "day"), [
    ("21/11/2026", date(2026, 11, 21)), ("21-11-2026", date(2026, 11, 21)), ("1.2.2026", date(2026, 2, 1)),
    ("2026-11-21", date(2026, 11, 21)), ("21 November 2026", date(2026, 11, 21)), ("21 Nop 2026", date(2026, 11, 21)),
    ("17 Agustus 1945", date(1945, 8, 17)), ("5 Mei 2026", date(2026, 5, 5)), ("31/02/2026", None),
    ("21/11/26", None), ("besok", None), ("11/2026", None), ("21 Bulan 2026", None), ("", None),
])
def test_dates_are_read_as_indonesians_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(("raw", "kind", "value", "codes"), [
    (53.0, Kind.CODE, "53", []), (1.5, Kind.TEXT, "1.5", []), (True, Kind.TEXT, "True", []),
    ("  Ujang ", Kind.TEXT, "Ujang", []), (5301050101800001.0, Kind.CODE, "", ["SHEETS_007"]),
    (123456789012345.0, Kind.CODE, "123456789012345", []), ("#N/A", Kind.TEXT, "", ["SHEETS_008"]),
    (datetime(2026, 11, 21, 8), Kind.DATE, date(2026, 11, 21), []), ("kemarin", Kind.DATE, None, ["SHEETS_006"]),
    (46000.0, Kind.DATE, None, ["SHEETS_006"]), (None, Kind.DATE, None, []), ("", Kind.TEXT, "", []),
])
def test_a_cell_is_read_for_its_column(raw: object, kind: Kind, value: object, codes: list[str]) -> None:
    found, problems = read_cell(raw, Column("k", "Kolom", kind), "k")  # type: ignore[arg-type]  # any cell
    assert (found, [one.code for one in problems]) == (value, codes)


def test_the_headings_are_found_below_a_title_and_rows_keep_their_numbers() -> None:
    content = workbook(("Daftar orang",), (), ("NIK", "NAMA *", "lain"), ("1", "Ujang"), (), ("2", "Ratna"))
    rows = read_table(content, COLUMNS)
    assert [(row.number, row.text("name"), row.text("nik"), row.day("born")) for row in rows] == [
        (4, "Ujang", "1", None), (6, "Ratna", "2", None)
    ]


def test_a_formula_that_came_to_an_error_is_told_and_no_empty_cell() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Nama", "NIK"))
        sheet.write_formula(1, 0, "=A9/0", value="#DIV/0!")
        sheet.write_string(1, 1, '<c t="e">')
    (row,) = read_table(out.getvalue(), COLUMNS)
    assert [(one.code, one.values["seen"]) for one in row.problems] == [("SHEETS_008", "#DIV/0!")]
    assert row.text("nik") == '<c t="e">'


def test_the_sheet_with_the_headings_is_taken() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Petunjuk").write(0, 0, "Cara mengisi")
        book.add_worksheet("Data").write_column(0, 0, ["Nama", "Ujang"])
    assert [row.text("name") for row in read_table(out.getvalue(), COLUMNS)] == ["Ujang"]


@pytest.mark.parametrize(("content", "code"), [
    (b"", "SHEETS_001"), (b"Nama,NIK", "SHEETS_001"), (b"PK\x03\x04rusak", "SHEETS_001"),
    (workbook(("NIK",), ("1",)), "SHEETS_004"), (workbook(("Nama",)), "SHEETS_005"), (workbook(), "SHEETS_004"),
])
def test_what_is_no_such_table_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(content, COLUMNS)
    assert refused.value.codes == [code]


def test_another_zip_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    with pytest.raises(Refused) as refused:
        read_table(out.getvalue(), COLUMNS)
    assert refused.value.codes == ["SHEETS_001"]


def test_too_large_and_too_long_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(("Nama",), ("Ujang",), ("Ratna",))
    with pytest.raises(Refused) as refused:
        read_table(content, COLUMNS, most_rows=1)
    assert refused.value.codes == ["SHEETS_003"]
    monkeypatch.setattr(read, "MOST_UNPACKED", 100)
    with pytest.raises(Refused) as refused:
        read_table(content, COLUMNS)
    assert refused.value.codes == ["SHEETS_002"]
    monkeypatch.setattr(read, "MOST_BYTES", 100)
    with pytest.raises(Refused) as refused:
        read_table(content, COLUMNS)
    assert refused.value.codes == ["SHEETS_002"]


def far_apart(row: int, column: int) -> bytes:
    """A table with one more cell somewhere far below and to the right."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["Nama", "Ujang"])
        sheet.write(row, column, "?")
    return out.getvalue()


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 16_383), (1_048_575, 10), (5_000, 16_383)])
def test_a_stray_cell_at_the_far_end_is_refused_before_it_fills_the_memory(row: int, column: int) -> None:
    with pytest.raises(Refused) as refused:
        read_table(far_apart(row, column), COLUMNS)
    assert refused.value.codes == ["SHEETS_010"]


def test_a_far_cell_that_only_has_a_look_is_no_reason_to_refuse() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["Nama", "Ujang"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert [row.text("name") for row in read_table(out.getvalue(), COLUMNS)] == ["Ujang"]


def test_data_never_becomes_a_formula_or_a_link() -> None:
    evil = ["=HYPERLINK(\"http://x\")", "+1+1", "@SUM(A1)", "http://example.org"]
    rows = [(text, "5301050101800001", date(2026, 11, 21)) for text in evil]
    with write_book([Table("Data", COLUMNS, rows, title="Daftar", lead=("Per hari ini",))]) as book:
        sheet = load_workbook(io.BytesIO(book.read())).active
    assert [sheet.cell(row, 1).value for row in range(5, 9)] == evil
    assert {sheet.cell(row, 1).data_type for row in range(5, 9)} == {"s"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert (sheet.freeze_panes, sheet.cell(5, 2).value, sheet.cell(5, 3).value) == (
        "B5", "5301050101800001", datetime(2026, 11, 21)
    )


def test_a_written_table_reads_back() -> None:
    with write_book([Table("Data", COLUMNS, [("Ujang", "1", date(2026, 1, 2))])]) as book:
        row = read_table(book.read(), COLUMNS)[0]
    assert (row.text("name"), row.text("nik"), row.day("born")) == ("Ujang", "1", date(2026, 1, 2))


def test_a_template_offers_choices_and_explains_its_columns() -> None:
    columns = (*COLUMNS, Column("sex", "Jenis kelamin", choices=("L", "P"), hint="L atau P"))
    with write_template("Orang", columns, lead=("Isi",), example=("A", "1", "", "L"), places=(("53", "NTT"),)) as out:
        book = load_workbook(io.BytesIO(out.read()))
    assert book.sheetnames == ["Orang", "Petunjuk", "Daftar", "Wilayah"]
    assert [cell.value for cell in book["Orang"][1]] == ["Nama *", "NIK", "Tanggal lahir", "Jenis kelamin"]
    assert book["Orang"].data_validations.dataValidation[0].formula1 == "Daftar!$A$2:$A$3"
