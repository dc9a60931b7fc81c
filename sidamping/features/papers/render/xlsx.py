"""A paper as a spreadsheet in the layout of its annex: figures stay numbers, words of users never become formulas.

A single table stands on the first worksheet, several get a worksheet each. The same sheet gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from sidamping.features.papers.render.blocks import (
    act_lines,
    column_shares,
    copy_lines,
    dated,
    period_line,
    signature_blocks,
    small_print,
)
from sidamping.features.papers.render.pictures import print_picture
from sidamping.features.papers.render.sheet import Sheet
from sidamping.features.papers.render.words import words
from sidamping.features.papers.render.worksheet import Page
from sidamping.platform.documents.qr import qr_png

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
TEXT_COLUMNS = 8
PICTURE_WIDTH, PICTURE_ROWS = 340, 13


def xlsx_of(sheet: Sheet) -> bytes:
    """The XLSX file of the sheet."""
    out = BytesIO()
    content: Any = sheet.content
    with Workbook(out, SAFE) as book:
        book.set_properties(_properties(sheet))
        sections = list(content.get("sections", ()))
        tables = [one for one in sections if one["type"] == "table"]
        main = tables[0] if len(tables) == 1 else None
        page = Page(book, content["title"], sheet, _shares(main), landscape=content.get("orientation") == "landscape")
        _opening(page, sheet)
        for section in sections:
            _section(page, section, main)
        _closing(page, sheet)
    return out.getvalue()


def _shares(main: Any) -> tuple[float, ...]:
    return column_shares(main) if main else (1 / TEXT_COLUMNS,) * TEXT_COLUMNS


def _properties(sheet: Sheet) -> dict[str, Any]:
    content: Any = sheet.content
    return {
        "title": f"{content['title']} {content['period']['label']}",
        "subject": sheet.number,
        "author": next((one["name"] for one in content.get("signers", ()) if one["slot"] == "mentor"), ""),
        "comments": sheet.sha256,
        "created": dated(sheet).astimezone(UTC).replace(tzinfo=None),
    }


def _opening(page: Page, sheet: Sheet) -> None:
    content: Any = sheet.content
    for line in content.get("letterhead", ()):
        page.across(line, "letterhead" if line.isupper() else "address")
    page.rule()
    page.across(content["title"], "title")
    number = f"{words(sheet.language)['number']}: {sheet.number}" if sheet.number else ""
    for line in (content.get("subtitle", ""), period_line(sheet), number):
        if line:
            page.across(line, "subtitle")
    page.gap()
    for label, value in content.get("heading", ()):
        page.pair(label, value)
    page.gap()


def _section(page: Page, section: Any, main: Any) -> None:
    """Chapters and a single table stand on this page; other tables and pictures leave one line that says where."""
    if section["type"] == "text":
        page.across(section["heading"], "chapter" if int(section.get("level", 2)) == 1 else "heading")
        for paragraph in section.get("paragraphs", ()):
            page.across(paragraph, "paragraph")
    elif section is main:
        if section.get("title"):
            page.across(section["title"], "heading")
        page.table(section)
        page.gap()
    else:
        page.across(f"{words(page.sheet.language)['see']} “{_own_page(page.book, section, page.sheet)}”.", "note")


def _closing(page: Page, sheet: Sheet) -> None:
    said = words(sheet.language)
    notes: Any = sheet.content.get("notes", ())
    for note in notes:
        page.across(f"{said['notes']}: {note}", "note")
    page.gap()
    page.signatures(signature_blocks(sheet))
    page.gap()
    for line in (*copy_lines(sheet), *(f"{said['acts']}: {line}" for line in act_lines(sheet))):
        page.across(line, "small")
    page.gap()
    for line in small_print(sheet):
        page.across(line, "fine")
    if sheet.check_url:
        page.picture(qr_png(sheet.check_url), "qr.png", said["qr"], width=84, rows=5)


def _own_page(book: Workbook, section: Mapping[str, Any], sheet: Sheet) -> str:
    """Write the section on a worksheet of its own and tell its name."""
    title = str(section.get("title") or section["key"])
    is_table = section["type"] == "table"
    shares = column_shares(section) if is_table else (0.5, 0.5)
    page = Page(book, title, sheet, shares, landscape=is_table and len(shares) > 6)
    page.across(title, "heading")
    if is_table:
        page.table(section)
    else:
        _photos(page, section, sheet)
    return page.name


def _photos(page: Page, section: Mapping[str, Any], sheet: Sheet) -> None:
    said = words(sheet.language)
    for no, item in enumerate(section.get("items", ()), start=1):
        content = sheet.pictures.get(item["attachment"])
        caption = f"{said['picture']} {no}. {item['caption']}"
        if content is None:
            page.across(f"{caption} ({said['no_picture']})", "note")
            continue
        name = f"{item['attachment']}.jpg"
        page.picture(print_picture(content, name, longest=800), name, caption, PICTURE_WIDTH, PICTURE_ROWS)
        page.across(caption, "note")
