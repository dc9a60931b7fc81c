"""A paper as PDF/A-2a in the layout of its annex: prepares plain data for the typst templates beside this file.

Reads the sheet only. The same sheet gives the same bytes, whoever prints it and when (F9, E17).
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from sidamping.features.papers.render.blocks import (
    act_lines,
    column_shares,
    copy_lines,
    dated,
    drawn_name,
    is_appendix,
    period_line,
    signature_blocks,
    small_print,
)
from sidamping.features.papers.render.pictures import drawing_file, print_picture
from sidamping.features.papers.render.sheet import Sheet
from sidamping.features.papers.render.words import words
from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "sheet.typ"
LONG_ROW = 600
MANY_COLUMNS = 9


def pdf_of(sheet: Sheet) -> bytes:
    """The PDF file of the sheet."""
    files = {f"{name}.jpg": print_picture(content, name) for name, content in sheet.pictures.items()}
    files |= {drawn_name(slot): drawing_file(one.path) for slot, one in sheet.drawn.items()}
    if sheet.check_url:
        files["qr.svg"] = qr_picture(sheet.check_url)
    return compile_pdf(TEMPLATE, all_printable(_data(sheet)), files, dated=dated(sheet))


def _data(sheet: Sheet) -> dict[str, Any]:
    content: Any = sheet.content
    sections = _sections(sheet)
    return {
        "language": "en" if sheet.language.startswith("en") else "id",
        "words": words(sheet.language),
        "landscape": content.get("orientation") == "landscape",
        "document-title": f"{content['title']} {content['period']['label']}",
        "author": next((one["name"] for one in content.get("signers", ()) if one["slot"] == "mentor"), ""),
        "running": f"{content['title']} · {content['period']['label']}",
        "letterhead": _letterhead(content.get("letterhead", ()), content.get("orientation") == "landscape"),
        "title": content["title"],
        "subtitle": content.get("subtitle", ""),
        "period-line": period_line(sheet),
        "number": sheet.number,
        "heading": [list(pair) for pair in content.get("heading", ())],
        "notes": list(content.get("notes", ())),
        "notes-first": any(one["type"] == "text" for one in sections),
        "sections": [one for one in sections if not one["appendix"]],
        "appendices": [one for one in sections if one["appendix"]],
        "signatures": [asdict(block) for block in signature_blocks(sheet)],
        "copies": copy_lines(sheet),
        "acts": act_lines(sheet),
        "small": small_print(sheet),
        "qr": bool(sheet.check_url),
        "draft": sheet.draft,
    }


def _letterhead(lines: Any, landscape: bool) -> list[dict[str, Any]]:
    """Names of the office in capitals are bold and kept on one line, the last largest; address lines are small."""
    names = [line for line in lines if line.isupper()]
    room = 1000 if landscape else 660
    last = min(13.0, room / len(names[-1])) if names else 0.0
    sizes = {line: max(last if line == names[-1] else min(last * 0.88, room / len(line)), 8.5) for line in names}
    return [{"text": line, "bold": line in sizes, "size": sizes.get(line, 8.5)} for line in lines]


def _sections(sheet: Sheet) -> list[dict[str, Any]]:
    counter = 0
    prepared = []
    for section in sheet.content.get("sections", ()):  # type: ignore[attr-defined]  # frozen JSON
        one = SECTIONS[section["type"]](section, sheet, counter)
        counter += len(one.get("items", ()))
        prepared.append({**one, "type": section["type"], "appendix": is_appendix(section)})
    return prepared


def _table(section: Any, sheet: Sheet, _: int) -> dict[str, Any]:
    columns = section["columns"]
    shares = column_shares(section)
    rows = [_row(row, columns) for row in section["rows"]]
    return {
        "title": section.get("title", ""),
        "size": 8 if len(columns) > 6 else 9,
        "wide": len(columns) > MANY_COLUMNS,
        "columns": [
            {"label": one["label"], "align": one.get("align", "left"), "share": share}
            for one, share in zip(columns, shares, strict=True)
        ],
        "rows": rows,
    }


def _row(row: Any, columns: Any) -> dict[str, Any]:
    cells = [_cell(row["cells"].get(one["key"], ""), one) for one in columns]
    return {
        "cells": cells,
        "long": any(len(cell["text"]) > LONG_ROW for cell in cells),
        "strong": bool(row.get("strong")),
    }


def _cell(cell: Any, column: Any) -> dict[str, Any]:
    """A cell with a value is a figure: to the right, unless its column is centred."""
    if isinstance(cell, dict):
        is_figure = cell.get("value") is not None and column.get("align") != "center"
        return {"text": cell["text"], "figure": is_figure, "longest": _longest(cell["text"])}
    return {"text": str(cell), "figure": False, "longest": _longest(str(cell))}


def _longest(text: str) -> int:
    """The letters of the longest word: only such words may be wider than their column."""
    return max(map(len, text.split()), default=0)


def _text(section: Any, sheet: Sheet, _: int) -> dict[str, Any]:
    return {
        "heading": section["heading"],
        "level": int(section.get("level", 2)),
        "paragraphs": list(section.get("paragraphs", ())),
    }


def _photos(section: Any, sheet: Sheet, before: int) -> dict[str, Any]:
    items = [
        {
            "no": before + place,
            "caption": item["caption"],
            "file": f"{item['attachment']}.jpg" if item["attachment"] in sheet.pictures else "",
        }
        for place, item in enumerate(section.get("items", ()), start=1)
    ]
    return {"title": section.get("title", ""), "items": items}


SECTIONS = {"table": _table, "text": _text, "photos": _photos}
