"""A pack as one zip of numbered files: PDFs, the founders as a workbook too, and what was handed in, byte for byte.

The same frozen content gives the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from sidamping.domain.founding.papers import LANGUAGE
from sidamping.domain.ledger.sheets import LINE, TEXT, Cell, Column, Row, Sheet
from sidamping.domain.ledger.sheets import Paper as Workbook
from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.typst import compile_pdf
from sidamping.platform.xlsx.sheets import paper_xlsx

TEMPLATE = Path(__file__).parent / "paper.typ"
MOST_UPRIGHT = 5
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The only time a file of the zip tells."""
FOUNDERS = "founders"
Fetch = Callable[[str], tuple[bytes, str]]
"""The bytes of a file that was handed in, and what its name ends in."""


def pack_zip(content: Mapping[str, Any], version: str, fetch: Fetch) -> bytes:
    """The zip; `version` stands at the foot of every page."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in content["papers"]:
            for name, data in _files(content, one, version, fetch):
                packed.writestr(zipfile.ZipInfo(name, ALWAYS), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def file_name(one: Mapping[str, Any], ending: str) -> str:
    """'05-daftar-pendiri.pdf'."""
    words = "-".join("".join(sign for sign in word if sign.isalnum()) for word in one["title"].lower().split())
    return f"{one['number']:02d}-{words}{ending}"


def _files(
    content: Mapping[str, Any], one: Mapping[str, Any], version: str, fetch: Fetch
) -> list[tuple[str, bytes]]:
    if "file" in one:
        data, ending = fetch(one["file"]["attachment"])
        return [(file_name(one, ending), data)]
    made = [(file_name(one, ".pdf"), _pdf(content, one, version))]
    if one["code"] == FOUNDERS:
        made.append((file_name(one, ".xlsx"), _workbook(content, one)))
    return made


def _pdf(content: Mapping[str, Any], one: Mapping[str, Any], version: str) -> bytes:
    paper = one["paper"]
    data = {
        "name": content["name"], "place": content["place"], "title": one["title"], "small": version,
        "wide": len(paper["columns"]) > MOST_UPRIGHT,
        **{key: paper[key] for key in ("facts", "text", "columns", "rows", "signers")},
    }  # fmt: skip
    return compile_pdf(TEMPLATE, all_printable(data))


def _workbook(content: Mapping[str, Any], one: Mapping[str, Any]) -> bytes:
    first, *columns = one["paper"]["columns"]
    rows = tuple(Row(LINE, row[0], row[0], row[0], tuple(map(Cell, row[1:]))) for row in one["paper"]["rows"])
    heads = tuple(Column(label, label, TEXT) for label in columns)
    sheet = Sheet(FOUNDERS, one["title"], one["title"], heads, rows, first=Column(first, first, TEXT))
    return paper_xlsx(Workbook(content["name"], (content["place"],), (sheet,), LANGUAGE, {}))
