"""Small workbooks made to fill the memory of whoever opens them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import xlsxwriter

FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
Change = Callable[[str, bytes], tuple[str, bytes] | None]


def workbook(*rows: tuple[object, ...], tab: str = "Data") -> bytes:
    """A sound table; 'Nama' and 'Ujang' when no rows are told."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet(tab)
        for number, row in enumerate(rows or (("Nama",), ("Ujang",))):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def changed(change: Change, content: bytes = b"", more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A sound workbook whose parts went through `change`; None leaves a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or workbook())) as source, zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED
    ) as target:
        for name in source.namelist():
            if (part := change(name, source.read(name))) is not None:
                target.writestr(*part)
        for name, body in more:
            target.writestr(name, body)
    return out.getvalue()


def with_rows(rows: bytes, *, named: str = "", content: bytes = b"") -> bytes:
    """More rows in the first sheet, which may stand under another name in the file."""
    def change(name: str, body: bytes) -> tuple[str, bytes]:
        if name == SHEET:
            return f"xl/worksheets/{named or 'sheet1.xml'}", body.replace(b"</sheetData>", rows + b"</sheetData>")
        if named and (name.endswith(".rels") or "Content_Types" in name):
            body = body.replace(b"worksheets/sheet1.xml", b"worksheets/" + named.encode())
        return name, body

    return changed(change, content)


def with_sheet(old: bytes, new: bytes) -> bytes:
    """Other bytes in the first sheet."""
    return changed(lambda name, body: (name, body.replace(old, new) if name == SHEET else body))


def with_strings(texts: bytes, rows: bytes = b"") -> bytes:
    """More shared texts, and rows that show them."""
    content = with_rows(rows)
    return changed(
        lambda name, body: (name, body.replace(b"</sst>", texts + b"</sst>") if name == STRINGS else body), content
    )


def utf16() -> bytes:
    """A far cell in a part of two bytes a letter."""
    def change(name: str, body: bytes) -> tuple[str, bytes]:
        if name == SHEET:
            body = body.decode().replace("UTF-8", "UTF-16").encode("utf-16")
        return name, body

    return changed(change, with_rows(FAR))
