"""A crafted workbook is refused by what is measured, before a reader opens it; only then is the reader called."""

from __future__ import annotations

import io
import zipfile

import pytest

from sidamping.domain.problems import Refused
from sidamping.platform.xlsx import read
from sidamping.platform.xlsx.columns import Column
from sidamping.platform.xlsx.extent import Extent
from sidamping.platform.xlsx.read import read_table, refuse_no_workbook
from tests.platform.xlsx.bombs import FAR, SHEET, STRINGS, changed, utf16, with_rows, with_sheet, with_strings, workbook

COLUMNS = (Column("name", "Nama", required=True),)


def refused(content: bytes) -> list[str]:
    """The codes of the check, and the same ones of the reader: it is not reached when the check lets pass."""
    with pytest.raises(Refused) as first:
        refuse_no_workbook(content, "data.xlsx")
    with pytest.raises(Refused) as second:
        read_table(content, COLUMNS, name="data.xlsx")
    assert first.value.codes == second.value.codes
    return first.value.codes


def same(_name: str, body: bytes) -> tuple[str, bytes]:
    return _name, body


@pytest.mark.parametrize("named", [
    "sheet1.xml", "sheet1.dat", "sheet1", "sharedstrings1.xml", "SHEET1.XML", "sheet1.rels", "a/b/sheet1.bin",
])
def test_a_far_cell_is_found_whatever_the_part_is_called(named: str) -> None:
    assert refused(with_rows(FAR, named=named)) == ["SHEETS_010"]


@pytest.mark.parametrize("row", [
    b'<row r="1048576"><c x=">" r="XFD1048576"><v>1</v></c></row>',
    b'<row r="1048576"><c x="/>" r="XFD1048576"><v>1</v></c></row>',
    b"<row r='1048576'><c\n\tr = 'XFD1048576'\n><v>1</v></c></row>",
    b'<y:row xmlns:y="y" r="1048576"><y:c r="XFD1048576"><y:v>1</y:v></y:c></y:row>',
    b'<row r="9"><c r="xfd1048576" t="inlineStr"><is><t>a</t></is></c></row>',
    b'<row r="1048576"><c r="A1048576"><v>1</v></c></row><row r="1"><c r="XFD1"><f>1</f></c></row>',
    b'<row r="1048576"><c><v>1</v></c></row><row><c r="XFD1"><v>1</v></c></row>',
])
def test_a_far_cell_is_found_however_it_is_written(row: bytes) -> None:
    assert refused(with_rows(row)) == ["SHEETS_010"]


@pytest.mark.parametrize("row", [
    b'<row r="1048577"><c><v>1</v></c></row>', b'<row r="4294967296"><c><v>1</v></c></row>',
    b'<row r="0"><c><v>1</v></c></row>', b'<row r="9"><c r="XFE9"><v>1</v></c></row>',
    b'<row r="9"><c r="A99999999"><v>1</v></c></row>', b'<row r="9"><c r="9A"><v>1</v></c></row>',
    b'<row r="9"><c r=""><v>1</v></c></row>', b'<row r="9"><c r="A9"><v>1</c></row>', b'<row r="9"><c r="A9">',
])
def test_a_place_outside_the_grid_and_broken_xml_are_no_workbook(row: bytes) -> None:
    assert refused(with_rows(row)) == ["SHEETS_001"]


@pytest.mark.parametrize("told", [
    b"A1:XFE2", b"A1:A1048577", b"B2:A1", b"A1:A4294967295", b":", b"A", b"A1:B2:C3",
])
def test_a_dimension_that_cannot_be_is_no_workbook(told: bytes) -> None:
    assert b'<dimension ref="A1:A2"/>' in zipfile.ZipFile(io.BytesIO(workbook())).read(SHEET)
    content = with_sheet(b'<dimension ref="A1:A2"/>', b'<dimension ref="' + told + b'"/>')
    assert refused(content) == ["SHEETS_001"]


def test_a_dimension_alone_makes_no_sheet_large() -> None:
    content = with_sheet(b'<dimension ref="A1:A2"/>', b'<dimension ref="A1:XFD1048576"/>')
    refuse_no_workbook(content, "data.xlsx")
    assert [row.text("name") for row in read_table(content, COLUMNS)] == ["Ujang"]


def test_document_types_and_other_letters_are_no_workbook() -> None:
    entity = b'<!DOCTYPE worksheet [<!ENTITY a "1">]><worksheet'
    assert refused(with_sheet(b"<worksheet", entity)) == ["SHEETS_001"]
    assert refused(utf16()) == ["SHEETS_001"]


def test_many_small_shared_texts_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_UNPACKED", 10 * 1024 * 1024)
    content = with_strings(b"<si><t>a</t></si>" * 200_000)
    assert len(content) < 50_000
    assert refused(content) == ["SHEETS_002"]


def test_one_long_shared_text_in_many_cells_is_too_large() -> None:
    cells = b'<row r="3">' + b'<c t="s"><v>2</v></c>' * 3000 + b"</row>"
    content = with_strings(b"<si><t>" + b"a" * 100_000 + b"</t></si>", cells)
    assert len(content) < 20_000
    assert refused(content) == ["SHEETS_002"]


def test_all_sheets_together_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_CELLS", 20)
    two = changed(same, workbook(*[("Nama",)] * 15), more=(("xl/worksheets/more.xml", _sheet_of(15)),))
    assert refused(two) == ["SHEETS_010"]


def test_the_same_sheet_named_many_times_is_no_workbook() -> None:
    def change(name: str, body: bytes) -> tuple[str, bytes]:
        if name == "xl/workbook.xml":
            body = body.replace(b"</sheets>", b'<sheet name="x" sheetId="9" r:id="rId1"/>' * 100 + b"</sheets>")
        return name, body

    assert refused(changed(change)) == ["SHEETS_001"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [SHEET, "xl/worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml"])
def test_two_parts_of_one_name_are_no_workbook(twin: str) -> None:
    assert refused(changed(same, more=((twin, _sheet_of(1)),))) == ["SHEETS_001"]


def test_shared_texts_stand_in_one_part() -> None:
    assert refused(changed(same, more=(("xl/more.xml", b"<sst><si><t>a</t></si></sst>"),))) == ["SHEETS_001"]


def test_a_sheet_that_cannot_be_measured_is_not_opened() -> None:
    outside = changed(lambda name, body: (name, body.replace(b"worksheets/sheet1.xml", b"../far/sheet1.xml")))
    with pytest.raises(Refused) as told:
        read_table(outside, COLUMNS)
    assert told.value.codes == ["SHEETS_001"]


def test_another_format_in_the_same_file_is_not_read() -> None:
    """The reader would try others when the first one fails: OpenDocument, or an old workbook in front of the zip."""
    repeated = b'<table:table-row table:number-rows-repeated="1048576"/>'
    content = changed(lambda name, body: (name, b"<x/>") if name == "xl/workbook.xml" else None, more=(
        ("content.xml", repeated), ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    ))
    with pytest.raises(Refused) as told:
        read_table(content, COLUMNS)
    assert told.value.codes in (["SHEETS_001"], ["SHEETS_004"])
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + workbook()
    assert [row.text("name") for row in read_table(old, COLUMNS)] == ["Ujang"]


def test_pictures_do_not_hinder() -> None:
    content = changed(same, more=(("xl/media/image1.png", b"\x89PNG\r\n\0"), ("xl/media/odd.emf", b"<no xml")))
    assert [row.text("name") for row in read_table(content, COLUMNS)] == ["Ujang"]


def test_cells_that_do_not_say_where_they_stand_follow_one_another() -> None:
    rows = b'<x:row r="7"><x:c t="n"><x:v>1</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row r="900"><x:c/></x:row>'
    extent = Extent(100, 100)
    extent.count(io.BytesIO(b'<x:worksheet xmlns:x="x">' + rows + b"</x:worksheet>"), strings=False)
    assert extent.cells == 14


def test_the_parts_are_where_the_tests_think() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook())) as packed:
        assert {SHEET, STRINGS} <= set(packed.namelist())


def _sheet_of(rows: int) -> bytes:
    cells = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(1, rows + 1))
    return b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
